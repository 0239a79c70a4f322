package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Things that have an id each, and none the id of another. */
final class Unique {
  private Unique() {}

  /** The things without those whose id was given before. */
  static <T> List<T> byId(
      Collection<T> things,
      Function<T, String> id,
      Function<T, Location> location,
      Problems problems) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (T thing : things) {
      T first = byId.putIfAbsent(id.apply(thing), thing);
      if (first != null) {
        problems.add(
            location.apply(thing),
            "the id `%s` is taken, see %s".formatted(id.apply(thing), location.apply(first)));
      }
    }
    return List.copyOf(byId.values());
  }
}
