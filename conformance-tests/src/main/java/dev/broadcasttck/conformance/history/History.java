package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import java.util.List;
import java.util.stream.Stream;

/** The checks that every playing gets, at no cost to whoever wrote its scenario. */
public final class History {
  private History() {}

  /**
   * Looks through a tape.
   *
   * @param isScripted whether the frames to the server are the script's own, right or wrong
   * @return what is wrong, our own frames first
   */
  public static List<Violation> violations(List<Entry> tape, boolean isScripted) {
    Traffic traffic = Traffic.on(tape);
    Stream<Violation> ours = isScripted ? Stream.empty() : FrameShapes.ofClients(traffic);
    return Stream.of(
            ours,
            FrameShapes.ofServer(traffic),
            Answers.in(traffic),
            Rooms.in(traffic),
            Deliveries.in(traffic))
        .flatMap(each -> each)
        .toList();
  }
}
