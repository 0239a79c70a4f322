package dev.broadcasttck.bench.cli;

import dev.broadcasttck.bench.measure.FanOut;
import dev.broadcasttck.bench.measure.Probe;
import dev.broadcasttck.bench.measure.Sockets;
import dev.broadcasttck.bench.wire.Framing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What can be measured apart from the rest, in less than four minutes each. */
enum Group {
  FANOUT_10("fanout-10", 10),
  FANOUT_100("fanout-100", 100),
  FANOUT_1000("fanout-1000", 1_000),
  SOCKETS("sockets", 0),
  START("start", 0),
  SUITE("suite", 0);

  private static final int SOCKETS_COUNTED = 1_000;
  private final String word;
  private final int hearers;

  Group(String word, int hearers) {
    this.word = word;
    this.hearers = hearers;
  }

  /** What is measured of each server in turn; none for what starts processes of its own. */
  List<Probe> probes(Duration time) {
    if (hearers > 0) {
      return Arrays.stream(Framing.values())
          .<Probe>map(framing -> new FanOut(hearers, framing, time))
          .toList();
    }
    return this == SOCKETS ? List.of(new Sockets(SOCKETS_COUNTED)) : List.of();
  }

  static Group of(String word) {
    return Arrays.stream(values())
        .filter(group -> group.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new Mistake(
                    "--only: there is no group '"
                        + word
                        + "'; there are "
                        + String.join(
                            ", ", Arrays.stream(values()).map(Group::toString).toList())));
  }

  @Override
  public String toString() {
    return word;
  }
}
