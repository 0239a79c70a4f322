package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.critic.Critic;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a mock is to be like; {@link BroadcastMock.Builder} says what each entry means. */
final class Plan {
  private static final int SECRET_BYTES = 32;

  InetAddress host = InetAddress.getLoopbackAddress();
  int port;
  Optional<Guard> guard = Optional.empty();
  Optional<Supplier<Critic>> critic = Optional.empty();
  String jwtSecret = randomSecret();
  List<Fault> faults = List.of();
  Clock clock = Clock.systemUTC();
  boolean olderServer;
  boolean scripted;
  Duration patience = Duration.ofSeconds(2);
  Optional<Neighbour> neighbour = Optional.empty();
  Duration requestPatience = Duration.ofSeconds(30);
  Profile profile = Profile.PLAIN;
  ProjectSettings usual = ProjectSettings.DEFAULT;
  final Map<String, ProjectSettings> others = new LinkedHashMap<>();
  final Map<String, String> secrets = new HashMap<>();

  /**
   * Who lets callers in that steer the neighbour; empty where others could come, and nobody does.
   */
  Optional<Guard> steering() {
    Guard wanted = guard.orElseGet(() -> new Guard(Optional.empty()));
    boolean isOpen = wanted.token().isPresent() || host.isLoopbackAddress();
    return isOpen ? Optional.of(wanted) : Optional.empty();
  }

  private static String randomSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
