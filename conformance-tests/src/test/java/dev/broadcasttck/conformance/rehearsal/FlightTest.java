package dev.broadcasttck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlightTest {
  private static final String SOCKET = "socket-1";
  private static final String JOIN = "[\"11\",\"1\",\"realtime:room\",\"phx_join\",{}]";
  private static final String HEARTBEAT = "[null,\"2\",\"phoenix\",\"heartbeat\",{}]";
  private static final String ANSWER =
      "[null,\"2\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  private static final String NOVELTY = "[null,null,\"realtime:room\",\"novelty\",{}]";

  private final Tape tape = new Tape(System::nanoTime);
  private final Set<String> endedByServer = new HashSet<>();

  @Test
  void whoEndsItsSocketAtAWordHasFledFromIt() {
    says(JOIN);
    isTold(NOVELTY);
    tape.append("app", new SocketClosed(SOCKET, 1002, ""));

    assertThat(fledFrom(1)).contains(NOVELTY);
  }

  @Test
  void itMayAlsoCutItsSocket() {
    isTold("no JSON");
    tape.append("app", new SocketLost(SOCKET, "without a close frame"));

    assertThat(fledFrom(0)).contains("no JSON");
  }

  @Test
  void whoSaysSomethingInBetweenHasBorneIt() {
    isTold(NOVELTY);
    says(JOIN);
    tape.append("app", new SocketClosed(SOCKET, 1000, ""));

    assertThat(fledFrom(0)).isEmpty();
  }

  @Test
  void whomTheServerSentAwayHasNotFled() {
    isTold(NOVELTY);
    endedByServer.add(SOCKET);
    tape.append("app", new SocketClosed(SOCKET, 1001, ""));

    assertThat(fledFrom(0)).isEmpty();
  }

  @Test
  void whoMissesTheAnswerToAHeartbeatMayGo() {
    says(HEARTBEAT);
    isTold(NOVELTY);
    tape.append("app", new SocketLost(SOCKET, "without a close frame"));

    assertThat(fledFrom(1)).isEmpty();
  }

  @Test
  void whoGotTheAnswerMayNot() {
    says(HEARTBEAT);
    isTold(ANSWER);
    isTold(NOVELTY);
    tape.append("app", new SocketLost(SOCKET, "without a close frame"));

    assertThat(fledFrom(2)).contains(NOVELTY);
  }

  @Test
  void whatWasToldBeforeDoesNotCount() {
    isTold(NOVELTY);
    tape.append("app", new SocketClosed(SOCKET, 1000, ""));

    assertThat(fledFrom(1)).isEmpty();
  }

  @Test
  void anotherClientsFlightIsItsOwn() {
    isTold(NOVELTY);
    tape.append("app", new SocketClosed(SOCKET, 1000, ""));

    assertThat(Flight.from(tape.entries(), 0, Optional.of("other"), endedByServer::contains))
        .isEmpty();
  }

  private void says(String text) {
    tape.append("app", new FrameSent(SOCKET, frame(text)));
  }

  private void isTold(String text) {
    tape.append("app", new FrameReceived(SOCKET, frame(text)));
  }

  private static Frame frame(String text) {
    return new Decoder(ProtocolVersion.V2).text(text);
  }

  private Optional<String> fledFrom(int since) {
    return Flight.from(tape.entries(), since, Optional.of("app"), endedByServer::contains);
  }
}
