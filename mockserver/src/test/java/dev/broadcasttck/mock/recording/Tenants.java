package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.util.Map;
import java.util.Set;

/** The projects of the recorded server, as the recordings' README lists them. */
final class Tenants {
  private static final Map<String, ProjectSettings> ALL =
      Map.ofEntries(
          Map.entry("realtime-dev", limited(Limits.HOSTED)),
          Map.entry(
              "127",
              limited(
                  Limits.HOSTED
                      .withEventsPerSecond(10_000)
                      .withJoinsPerSecond(10_000)
                      .withChannels(1_000))),
          Map.entry("rl", limited(Limits.HOSTED.withEventsPerSecond(5))),
          Map.entry("rl2", limited(Limits.HOSTED.withEventsPerSecond(5))),
          Map.entry("rlrest", limited(Limits.HOSTED.withEventsPerSecond(5))),
          Map.entry("rlrest2", limited(Limits.HOSTED.withEventsPerSecond(5))),
          Map.entry("rljoin", limited(Limits.HOSTED.withJoinsPerSecond(2))),
          Map.entry("rlchan", limited(Limits.HOSTED.withChannels(3))),
          Map.entry("rlusers", limited(Limits.HOSTED.withUsers(2))),
          Map.entry("small", limited(Limits.HOSTED.withPayloadKilobytes(1))),
          Map.entry("privateonly", limited(Limits.HOSTED).withPrivateChannelsOnly()),
          Map.entry("suspended", limited(Limits.HOSTED).withSuspension()),
          Map.entry("pres", limited(Limits.HOSTED).withPresenceForAll()));

  private Tenants() {}

  private static ProjectSettings limited(Limits limits) {
    return ProjectSettings.DEFAULT.withLimits(limits).withTables(Set.of("public.test_tenant"));
  }

  static void settleIn(BroadcastMock.Builder builder) {
    ALL.forEach(builder::project);
  }
}
