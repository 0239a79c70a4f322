package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Behind;
import dev.broadcasttck.mock.recording.Event.DatabaseReady;
import dev.broadcasttck.mock.recording.Event.DatabaseSend;
import dev.broadcasttck.mock.recording.Event.Stop;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.MockProject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** A mock whose clock moves only when it is told to. */
final class MockBackstage implements Backstage {
  private static final String BYTES = "hex:";

  private final BroadcastMock mock;
  private final Instant began;
  private long now;

  /**
   * @param now the milliseconds at which the mock's clock stands
   */
  MockBackstage(BroadcastMock mock, Instant began, long now) {
    this.mock = mock;
    this.began = began;
    this.now = now;
  }

  @Override
  public void moveTo(long millis) {
    if (millis > now) {
      mock.advance(Duration.ofMillis(millis - now));
      now = millis;
    }
  }

  /** The time now, for the tokens that are made. */
  Clock clock() {
    return Clock.fixed(began.plusMillis(now), ZoneOffset.UTC);
  }

  @Override
  public void perform(Behind act) {
    if (act instanceof DatabaseSend send) {
      MockProject project = mock.project(send.project());
      for (int i = 0; i < send.times(); i++) {
        send(project, send);
      }
    } else if (act instanceof DatabaseReady ready) {
      mock.project(ready.project()).connectDatabase();
    } else if (act instanceof Stop) {
      mock.endSockets();
    }
  }

  private static void send(MockProject project, DatabaseSend send) {
    if (send.payload().startsWith(BYTES)) {
      byte[] bytes = HexFormat.of().parseHex(send.payload().substring(BYTES.length()));
      project.sendAsDatabase(send.topic(), send.event(), bytes, send.isPrivate());
    } else {
      project.sendAsDatabase(send.topic(), send.event(), send.payload(), send.isPrivate());
    }
  }
}
