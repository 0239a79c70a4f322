package dev.broadcasttck.mock.recording;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies the normalisers and counts how often each was needed. */
final class Tally {
  private final Map<Normaliser, Integer> uses = new EnumMap<>(Normaliser.class);

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

  Set<Normaliser> unused() {
    return Stream.of(Normaliser.values())
        .filter(normaliser -> !uses.containsKey(normaliser))
        .collect(Collectors.toUnmodifiableSet());
  }
}
