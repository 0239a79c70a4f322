package dev.broadcasttck.mock.recording;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Applies the normalisers and counts how often each was needed. */
final class Tally {
  private final Map<Normaliser, Integer> uses = new EnumMap<>(Normaliser.class);

  private final Map<Generated, Integer> madeUp = new EnumMap<>(Generated.class);
  private final Set<StageScript.Race> races = new HashSet<>();

  void count(Generated kind) {
    madeUp.merge(kind, 1, Integer::sum);
  }

  void count(StageScript.Race race) {
    races.add(race);
  }

  /** The kinds of made-up values that were met. */
  Set<Generated> madeUp() {
    return Set.copyOf(madeUp.keySet());
  }

  /** The races that went the other way. */
  Set<StageScript.Race> races() {
    return Set.copyOf(races);
  }

  /** Whether a normaliser says that this difference is none. */
  boolean excuses(Difference difference) {
    Optional<Normaliser> excuse =
        Stream.of(Normaliser.values()).filter(n -> n.excuses(difference)).findFirst();
    excuse.ifPresent(normaliser -> uses.merge(normaliser, 1, Integer::sum));
    return excuse.isPresent();
  }

  Map<Normaliser, Integer> uses() {
    return Map.copyOf(uses);
  }
}
