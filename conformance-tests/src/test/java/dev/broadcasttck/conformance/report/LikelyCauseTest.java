package dev.broadcasttck.conformance.report;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.CloseSent;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestLost;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikelyCauseTest {
  private static final Frame HELLO = broadcast("hello");
  private static final Frame OTHER = broadcast("other");
  private static final Frame PUSH = frame("[\"11\",\"1\",\"realtime:r\",\"phx_join\",{}]");
  private static final Frame REFUSAL =
      frame("[\"11\",\"1\",\"realtime:r\",\"phx_reply\",{\"status\":\"error\",\"response\":{}}]");

  @Test
  void anEchoIsToldFromAStrayAndFromACopy() {
    assertThat(guess(HELLO, new FrameSent("s", HELLO), new FrameReceived("s", HELLO)))
        .isEqualTo(
            "The server sends a broadcast back to its own sender, who did not ask for that.");
    assertThat(guess(HELLO, new FrameReceived("s", HELLO), new FrameReceived("s", HELLO)))
        .isEqualTo("The server delivers a broadcast more than once to the same client.");
    assertThat(guess(HELLO, new FrameSent("s", OTHER), new FrameReceived("s", HELLO)))
        .startsWith("A broadcast reaches somebody at a time");
  }

  @Test
  void anErrorInTheAnswerIsNamed() {
    assertThat(guess(REFUSAL, new FrameSent("s", PUSH), new FrameReceived("s", REFUSAL)))
        .isEqualTo("The server answers with an error where it ought to agree.");
  }

  @Test
  void anEndThatNobodyAskedForIsNamed() {
    assertThat(guess(PUSH, new FrameSent("s", PUSH), new SocketClosed("s", 1006, "")))
        .isEqualTo("The server closes the socket by itself, with code 1006.");
    assertThat(
            guess(
                PUSH,
                new FrameSent("s", PUSH),
                new CloseSent("s", 1000),
                new SocketClosed("s", 1000, "")))
        .doesNotContain("by itself");
  }

  @Test
  void refusalsOverHttpAreNamedWithTheirStatus() {
    assertThat(guess(PUSH, new SocketRefused("s", 401, "no")))
        .isEqualTo("The server refuses the WebSocket with HTTP 401.");
    assertThat(guess(PUSH, new ResponseReceived("c", 413, Map.of(), "")))
        .isEqualTo("The server refuses a request with HTTP 413.");
    assertThat(guess(PUSH, new RequestLost("c", "cut")))
        .isEqualTo("The server does not answer a request.");
  }

  @Test
  void silenceIsNamedAfterWhatWasSentLast() {
    assertThat(guess(HELLO, new FrameSent("s", PUSH)))
        .isEqualTo("After the last `phx_join` nothing comes from the server.");
  }

  @Test
  void aLibraryThatThrowsIsNamedFirst() {
    assertThat(guess(HELLO, new FrameSent("s", PUSH), new UncaughtSaid("TypeError")))
        .isEqualTo("An error escapes from the client library.");
  }

  @Test
  void whatIsGreenHasNoCause() {
    assertThat(new LikelyCause(Cases.result("SELF-1/x", V1, Verdict.PASSED)).sentence()).isEmpty();
  }

  private static String guess(Frame named, Happening... tape) {
    List<Entry> entries = new ArrayList<>();
    for (Happening what : tape) {
      entries.add(new Entry(entries.size(), Duration.ofMillis(entries.size()), "alice", what));
    }
    Result failed =
        Cases.result(
            Cases.scenario("SELF-1/x"), V1, Verdict.FAILED, "another", "got " + named.content());
    return new LikelyCause(
            new Result(
                failed.scenario(),
                V1,
                failed.level(),
                Verdict.FAILED,
                failed.duration(),
                failed.findings(),
                List.of(),
                List.of(),
                entries))
        .sentence()
        .orElse("");
  }

  private static Frame broadcast(String event) {
    return frame(
        "[null,null,\"realtime:r\",\"broadcast\",{\"event\":\"" + event + "\",\"payload\":{}}]");
  }

  private static Frame frame(String text) {
    return new Decoder(ProtocolVersion.V2).text(text);
  }
}
