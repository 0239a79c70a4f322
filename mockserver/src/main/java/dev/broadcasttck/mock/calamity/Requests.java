package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.wire.Manner;
import dev.broadcasttck.mock.wire.Stroke;
import dev.broadcasttck.mock.wire.Stroke.Last;
import dev.broadcasttck.mock.wire.Stroke.Write;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A request over REST is obeyed, but answered otherwise: whoever asked does not know what became of
 * it.
 */
final class Requests {
  private static final Duration LATE = Duration.ofMillis(300);
  private static final String ELSEWHERE = "/moved";
  private static final List<Integer> STATUSES =
      List.of(400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504);

  private Requests() {}

  static void enter() {
    for (int status : STATUSES) {
      Answer answer = Answer.json(status, Json.object().put("message", "a calamity"));
      answer("REST_" + status, "answers with " + status, right -> answer);
    }
    Calamities.enter(
        "REST_REDIRECTED_308",
        "leads elsewhere, where nothing is",
        Points.answering(
            (request, right) ->
                request.path().equals(ELSEWHERE)
                    ? right
                    : Answer.empty(308).with("location", ELSEWHERE)));
    answer(
        "REST_NOT_JSON", "answers with a page", right -> Answer.words(200, "<h1>It works!</h1>"));
    answer("REST_LATE", "answers 300 ms later", right -> right.after(LATE));
    spell("REST_HANGS", "does not answer", bytes -> List.of(Last.SILENCE));
    spell("REST_ENDS", "ends the connection without an answer", bytes -> List.of(Last.END));
    spell("REST_RESETS", "resets the connection", bytes -> List.of(Last.RESET));
    spell("REST_DRIPS", "writes its answer three bytes at a time", b -> Pieces.drip(b, 3));
    spell(
        "REST_NOT_HTTP",
        "answers with something that is no HTTP",
        bytes -> List.of(new Write(Bytes.utf8("SSH-2.0-OpenSSH_9.2\r\n\r\n")), Last.END));
    bodies();
  }

  private static void bodies() {
    body(
        "REST_BODY_STALLS",
        "writes half of its body, and nothing any more",
        bytes -> Pieces.half(bytes, Last.SILENCE));
    body(
        "REST_BODY_CUT",
        "ends the connection in the middle of its body",
        bytes -> Pieces.half(bytes, Last.END));
  }

  /** A body that is longer than its head, so that half of both is more than the head. */
  private static void body(String name, String about, Function<Bytes, List<Stroke>> strokes) {
    Answer long200 = Answer.json(200, Json.object().put("padding", "x".repeat(2000)));
    Manner manner = new Manner(name, strokes);
    answer(name, about, right -> long200.in(manner));
  }

  private static void spell(String name, String about, Function<Bytes, List<Stroke>> strokes) {
    Manner manner = new Manner(name, strokes);
    answer(name, about, right -> right.in(manner));
  }

  private static void answer(String name, String about, UnaryOperator<Answer> instead) {
    Calamities.enter(name, about, Points.answering((request, right) -> instead.apply(right)));
  }
}
