package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.project.Project;
import java.util.Optional;

/** Refuses what would be too many events (recordings 13_rate_events_rest and 13b). */
final class Traffic {
  private Traffic() {}

  /**
   * The refusal, if there is a reason for one.
   *
   * @param more how many events are to come
   */
  static Optional<Answer> check(Project project, int more) {
    if (!project.limits().hasEventLimit()) {
      return Optional.empty();
    }
    double after = project.meters().events().perSecond() + more;
    if (project.hasTooManyEvents()) {
      return Optional.of(Reception.message(429, "You have exceeded your rate limit"));
    }
    return after > project.limits().eventsPerSecond()
        ? Optional.of(
            Reception.message(429, "Too many messages to broadcast, please reduce the batch size"))
        : Optional.empty();
  }
}
