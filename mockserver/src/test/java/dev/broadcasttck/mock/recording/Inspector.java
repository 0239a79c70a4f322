package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds differences, each pair of answers once: frames may be megabytes. For one thread. */
final class Inspector {
  private record Pair(Answer recorded, Answer received) {}

  private final Map<Pair, List<Difference>> found = new HashMap<>();

  List<Difference> differences(Answer recorded, Answer received) {
    return found.computeIfAbsent(
        new Pair(recorded, received), pair -> Differences.between(recorded, received));
  }
}
