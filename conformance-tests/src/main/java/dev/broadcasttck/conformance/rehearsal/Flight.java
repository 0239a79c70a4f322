package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Offence;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A client that ended its socket because it could not bear what the server told it. */
final class Flight {
  private static final String HEARTBEATS = "phoenix";

  private Flight() {}

  /** Nobody is there any more to be told a thing: an offence of who ran away, else unproven. */
  static Reaction orUnproven(
      Rehearsal rehearsal, Optional<String> actor, String expected, String actual)
      throws InterruptedException {
    if (rehearsal.toldSince().isEmpty()) {
      return new Unproven(expected, actual);
    }
    int since = rehearsal.toldSince().getAsInt();
    return rehearsal
        .stage()
        .tape()
        .await(
            entries -> from(entries, since, actor, rehearsal.log()::isEndedByServer),
            rehearsal.stage().budgets().mustCome())
        .<Reaction>map(told -> new Offence(expected, "it ended its socket, told " + told))
        .orElseGet(() -> new Unproven(expected, actual));
  }

  /**
   * The last that a client was told before it ended its socket itself.
   *
   * @param since how long the tape was when the server began to tell
   * @param actor whose socket; anybody's if empty
   */
  static Optional<String> from(
      List<Entry> entries, int since, Optional<String> actor, Predicate<String> endedByServer) {
    return entries.stream()
        .skip(since)
        .filter(entry -> Wire.isOf(entry, actor))
        .flatMap(entry -> Wire.ended(entry.what()).stream())
        .filter(socket -> !endedByServer.test(socket))
        .flatMap(socket -> lastWords(entries, since, socket).stream())
        .findFirst();
  }

  /** Empty where the client said something since, or waits for the answer to a heartbeat. */
  private static Optional<String> lastWords(List<Entry> entries, int since, String socket) {
    boolean waits =
        entries.stream()
            .filter(entry -> frame(entry, socket).filter(Flight::isOfHeartbeats).isPresent())
            .reduce((earlier, later) -> later)
            .filter(last -> last.what() instanceof FrameSent)
            .isPresent();
    Stream<Entry> lately =
        entries.stream().skip(since).filter(entry -> frame(entry, socket).isPresent());
    return lately
        .reduce((earlier, later) -> earlier.what() instanceof FrameSent ? earlier : later)
        .filter(last -> !waits && last.what() instanceof FrameReceived)
        .flatMap(last -> frame(last, socket))
        .map(Frame::inWords);
  }

  private static Optional<Frame> frame(Entry entry, String socket) {
    if (entry.what() instanceof FrameReceived received && received.socket().equals(socket)) {
      return Optional.of(received.frame());
    }
    return entry.what() instanceof FrameSent sent && sent.socket().equals(socket)
        ? Optional.of(sent.frame())
        : Optional.empty();
  }

  private static boolean isOfHeartbeats(Frame frame) {
    return Trail.envelope(frame).filter(e -> e.topic().equals(HEARTBEATS)).isPresent();
  }
}
