package dev.broadcasttck.mock.server;

import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Header;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.neighbour.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeighbourTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Nosy neighbour = new Nosy();
  private final BroadcastMock mock = BroadcastMock.builder().with(neighbour).scripted().start();

  /** One that notes everything, answers on its own paths, and stumbles or thinks on others. */
  private static final class Nosy implements Neighbour {
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch thought = new CountDownLatch(1);

    @Override
    public void open() {
      notes.add("open");
    }

    @Override
    public Reply answer(Call call) {
      notes.add(call.method() + " " + call.uri());
      return switch (call.header("x-wanted").orElse("")) {
        case "answer" ->
            new Reply.Answered(200, List.of(new Header("x-by", "neighbour")), Bytes.utf8("mine"));
        case "stumble" -> throw new IllegalStateException("I stumbled");
        case "think" -> think();
        default -> new Reply.LeftToTheMock(Duration.ZERO);
      };
    }

    private Reply think() {
      asked.countDown();
      try {
        thought.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Reply.LeftToTheMock(Duration.ZERO);
    }

    @Override
    public void beginAgain() {
      notes.add("begin again");
    }

    @Override
    public void close() {
      notes.add("close");
    }
  }

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void itIsAskedFirstAndTheMockDoesWhatItLeaves() throws Exception {
    assertThat(ask("/healthz?x=1", "answer").body()).isEqualTo("mine");
    assertThat(ask("/healthz", "").body()).contains("ok");
    assertThat(ask("/rest/v1/rooms", "").statusCode()).isEqualTo(404);

    assertThat(neighbour.notes)
        .containsSubsequence("open", "GET /healthz?x=1", "GET /healthz", "GET /rest/v1/rooms");
  }

  @Test
  void itIsNeverAskedAboutWhatSteersTheMock() throws Exception {
    assertThat(ask("/__tck/nothing-here", "answer").statusCode()).isEqualTo(404);

    assertThat(neighbour.notes).noneMatch(note -> note.contains("__tck"));
  }

  @Test
  void whatGoesWrongInItIsSaid() throws Exception {
    HttpResponse<String> answer = ask("/healthz", "stumble");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("the neighbour failed", "I stumbled");
    assertThat(ask("/healthz", "").statusCode()).isEqualTo(200);
  }

  @Test
  void itBeginsAgainAndEndsWithTheMock() {
    mock.reset();
    mock.close();

    assertThat(neighbour.notes).containsSubsequence("open", "begin again", "close");
  }

  /** Else a message that is still with the neighbour would count as one that never came. */
  @Test
  void verifyingWaitsForWhatItIsThinkingAbout() throws Exception {
    CompletableFuture<HttpResponse<String>> sent =
        CLIENT.sendAsync(
            request("/api/broadcast/room/events/test", "think")
                .header("apikey", mock.anonKey())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    neighbour.asked.await();
    var failure = new CompletableFuture<Throwable>();
    var verifier =
        new Thread(
            () -> failure.complete(catchThrowable(() -> mock.verify(broadcast("test").never()))));
    verifier.start();
    await().until(() -> waitsForTheNeighbour(verifier));

    neighbour.thought.countDown();

    assertThat(sent.join().statusCode()).isEqualTo(202);
    assertThat(failure.join()).isInstanceOf(AssertionError.class).hasMessageContaining("came once");
  }

  private static boolean waitsForTheNeighbour(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().endsWith("NextDoor"));
  }

  private HttpResponse<String> ask(String path, String wanted)
      throws IOException, InterruptedException {
    return CLIENT.send(request(path, wanted).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String wanted) {
    URI address = mock.url().resolve(path);
    return HttpRequest.newBuilder(address).header("x-wanted", wanted);
  }
}
