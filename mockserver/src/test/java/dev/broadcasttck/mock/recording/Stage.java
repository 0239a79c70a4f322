package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A mock of its own for each playing of a recording. */
final class Stage {
  private Stage() {}

  /**
   * @param budget how long an answer that must come may take
   */
  static Performance play(Recording recording, Duration budget, Fault... faults)
      throws InterruptedException {
    String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
    TokenMint tokens = new TokenMint(secret, Clock.systemUTC());
    try (BroadcastMock mock =
            BroadcastMock.builder().jwtSecret(secret).faults(List.of(faults)).start();
        Player player = new Player(mock.port(), tokens, budget)) {
      return player.play(recording);
    }
  }
}
