package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The projects of the bundled mock that are prepared for one purpose each. Their names are those of
 * the endpoints in the preset {@code mock}, which reaches them by the first label of the host.
 */
final class PreparedProjects {
  /**
   * Nothing is kept waiting, but rates are averages and idle sockets end, as on the real server.
   */
  private static final Profile PROMPT =
      new Profile(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, true, true, false);

  /** Its one table is not the one that the scenarios take for missing. */
  private static final ProjectSettings USUAL =
      ProjectSettings.DEFAULT
          .withLimits(Limits.NONE.withPresenceCalls(Limits.HOSTED.presenceCalls()))
          .withTables(Set.of("public.todos"));

  private static final Map<String, ProjectSettings> PREPARED =
      Map.of(
          "small-payload-limit", USUAL.withLimits(Limits.NONE.withPayloadKilobytes(1)),
          "event-rate-limit", USUAL.withLimits(Limits.NONE.withEventsPerSecond(5)),
          "join-rate-limit", USUAL.withLimits(Limits.NONE.withJoinsPerSecond(2)),
          "few-channels", USUAL.withLimits(Limits.NONE.withChannels(3)),
          "few-users", USUAL.withLimits(Limits.NONE.withUsers(2)),
          "private-only", USUAL.withPrivateChannelsOnly(),
          "suspended", USUAL.withSuspension(),
          "presence-for-all", USUAL.withPresenceForAll());

  private PreparedProjects() {}

  static void settleIn(BroadcastMock.Builder builder) {
    builder.profile(PROMPT).settings(USUAL);
    PREPARED.forEach(builder::project);
  }
}
