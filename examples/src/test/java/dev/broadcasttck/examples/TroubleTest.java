package dev.broadcasttck.examples;

import static dev.broadcasttck.examples.Chat.chat;
import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static dev.broadcasttck.mock.verify.Expectation.join;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test can have the mock do. */
class TroubleTest {
  @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

  @Test
  void aServerIsSlowOrWrong() {
    chat(mock.url(), mock.token("authenticated", Duration.ofMinutes(5))).say("hello");
    mock.verify(broadcast("message"));

    mock.holdAcks(); // broadcasts are neither delivered nor acknowledged
    mock.delay("phx_join", Duration.ofSeconds(30)); // by the mock's clock
    mock.replyError("phx_join", "Unauthorized"); // the next join
    mock.advance(Duration.ofMinutes(10)); // tokens expire, delayed answers are given
    mock.dropConnection(1006); // every socket, without a close frame

    mock.verify(join().on("room-1").times(1));
    mock.verify(broadcast("other").overRest().never());
  }
}
