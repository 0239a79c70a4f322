package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Stage;
import dev.broadcasttck.noise.Noise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bodies, paths and tokens that nobody would send. */
class NoiseAtRestTest {
  /** What a server may say to noise; 500 is the real one's to an Authorization of three words. */
  private static final Set<Integer> ANSWERS =
      Set.of(200, 202, 204, 400, 401, 403, 404, 405, 410, 413, 415, 422, 429, 500);

  private static final List<String> PATHS =
      List.of("/api/broadcast", "/api/broadcast/a/events/e", "/realtime/v1/api/broadcast");

  private final Stage stage = new Stage();
  private final Desk desk = new Desk(stage, false);
  private final Stage.Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:a", "{}");
  private final Set<Integer> answers = new TreeSet<>();
  private int heard;

  @Test
  void everyBodyIsAnswered() {
    Noise noise = Noise.of(bodies());
    Map<String, String> headers = Map.of("authorization", "Bearer " + desk.token());
    noise.throwAt(
        Noise.AMOUNT / 2,
        body -> answered(desk.posts(PATHS.get(noise.number(3)), headers, Bytes.of(body))));

    assertThat(answers).contains(202, 400, 422);
    assertThat(heard).isPositive();
  }

  @Test
  void everyTokenTypeAndPathIsAnswered() {
    Noise noise =
        Noise.of(
            Stream.of(
                desk.token(),
                "Bearer " + desk.token(),
                "application/json",
                "/api/broadcast/a/events/e?private=true"));
    noise.throwAt(
        Noise.AMOUNT / 10,
        bytes -> {
          String odd = Bytes.of(bytes).utf8();
          Request request =
              switch (noise.number(3)) {
                case 0 ->
                    request(
                        "/api/broadcast",
                        Map.of("authorization", odd, "content-type", "application/json"));
                case 1 ->
                    request("/api/broadcast", Map.of("apikey", desk.token(), "content-type", odd));
                default -> request("/" + odd, Map.of("apikey", odd));
              };
          answered(new RestApi(Optional.of(stage.project()), false).answer(request));
        });
  }

  private static Request request(String path, Map<String, String> headers) {
    return new Request("POST", path, Map.of(), headers, Bytes.utf8("{\"messages\":[]}"));
  }

  private void answered(Answer answer) {
    assertThat(ANSWERS).contains(answer.status());
    answers.add(answer.status());
    heard += alice.received().size();
  }

  private static Stream<String> bodies() {
    String message = "{\"topic\":\"a\",\"event\":\"e\",\"payload\":{\"a\":1.10}}";
    String whole =
        "{\"id\":\"i\",\"topic\":\"a\",\"event\":\"e\",\"payload\":{\"b\":[null,\"\\u00fc\"]},\"private\":false}";
    return Stream.of(
        "{\"messages\":[" + message + "]}",
        "{\"messages\":[" + whole + "," + message + "]}",
        "{\"messages\":[]}",
        "{\"payload\":{\"text\":\"gr\u00fc\u00dfe \ud83d\ude00\"}}",
        "{}");
  }
}
