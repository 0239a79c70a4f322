package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Blow;
import dev.broadcasttck.mock.wire.Stroke;
import dev.broadcasttck.mock.wire.Stroke.Last;
import dev.broadcasttck.mock.wire.Stroke.Wait;
import dev.broadcasttck.mock.wire.Stroke.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A client's close frame is not answered as it should be. */
final class Partings {
  private static final Duration LATE = Duration.ofMillis(300);

  private Partings() {}

  static void enter() {
    parting("CLOSE_UNANSWERED", "does not answer a close frame, and keeps the connection");
    parting("CLOSE_ANSWERED_BY_END", "ends the connection without a close frame", Last.END);
    parting("CLOSE_ANSWERED_BY_RESET", "resets the connection", Last.RESET);
    parting(
        "CLOSE_ANSWERED_OTHERWISE",
        "answers with 4002 whatever the client said",
        new Write(WireFrame.close(4002, "").bytes()),
        Last.END);
    parting(
        "CLOSE_ANSWERED_EMPTY", "answers without a code", new Write(Bytes.hex("8800")), Last.END);
    parting(
        "CLOSE_ANSWERED_LATE",
        "answers a close frame 300 ms later",
        new Wait(LATE),
        new Write(WireFrame.close(1000, "").bytes()),
        Last.END);
  }

  private static void parting(String name, String about, Stroke... strokes) {
    Optional<Blow> blow = Optional.of(new Blow(name, List.of(strokes)));
    Calamities.enter(name, about, Points.parting(code -> blow));
  }
}
