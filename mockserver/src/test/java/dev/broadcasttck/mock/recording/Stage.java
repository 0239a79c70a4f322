package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A mock of its own for each playing of a recording, set up like the recorded server. */
final class Stage {
  private Stage() {}

  /**
   * @param budget how long an answer that must come may take, in the world's time
   */
  static Performance play(Recording recording, Duration budget, Fault... faults)
      throws InterruptedException {
    String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
    long start = Math.min(0, recording.rows().get(0).at());
    Instant began = recording.began();
    BroadcastMock.Builder builder =
        BroadcastMock.builder()
            .jwtSecret(secret)
            .faults(List.of(faults))
            .profile(Profile.AS_RECORDED)
            .clock(Clock.fixed(began.plusMillis(start), ZoneOffset.UTC));
    Tenants.settleIn(builder);
    try (BroadcastMock mock = builder.start()) {
      MockBackstage backstage = new MockBackstage(mock, began, start);
      TokenMint tokens = new TokenMint(secret, backstage::clock, recording.script());
      try (Player player = new Player(mock.port(), tokens, backstage, budget)) {
        return player.play(recording);
      }
    }
  }
}
