package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Time is moved from Java and over the admin API, and both do the same. */
class MovedClockTest {
  private static final String BEAT = "[null,\"9\",\"phoenix\",\"heartbeat\",{}]";
  private static final String PULSE =
      "[null,\"9\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  private static final Profile IDLE_ENDS =
      new Profile(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, true, false, false);

  /** Who moves it. */
  enum Mover {
    JAVA {
      @Override
      void move(BroadcastMock mock, Duration time) {
        mock.advance(time);
      }
    },
    ADMIN_API {
      @Override
      void move(BroadcastMock mock, Duration time) {
        ask(mock, time);
      }
    };

    abstract void move(BroadcastMock mock, Duration time);
  }

  private static void ask(BroadcastMock mock, Duration time) {
    var client = new AdminClient(mock, new OpenApi("{}"));
    HttpResponse<String> moved =
        AdminClient.ask(
            client.request("POST", "/__tck/clock/advance", "{\"by\":\"" + time + "\"}"));
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenExpires(Mover clock) throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().admin().start();
        var alice = Sockets.version2(mock)) {
      String token = mock.token("authenticated", Duration.ofMinutes(5), Map.of("sub", "alice"));
      alice.send(
          "[\"11\",\"1\",\"realtime:room\",\"phx_join\",{\"config\":{},\"access_token\":\"%s\"}]"
              .formatted(token));
      assertThat(alice.next()).contains("\"ok\"");
      clock.move(mock, Duration.ofMinutes(4));
      alice.send(BEAT);
      assertThat(alice.next()).isEqualTo(PULSE);
      clock.move(mock, Duration.ofMinutes(2));
      assertThat(alice.next()).contains("system", "has expired");
      assertThat(alice.next()).contains("phx_close");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSocketEndsWhoseHeartbeatsStop(Mover clock) throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().admin().profile(IDLE_ENDS).start();
        var alice = Sockets.version2(mock)) {
      for (int beat = 0; beat < 5; beat++) {
        clock.move(mock, Duration.ofSeconds(25));
        alice.send(BEAT);
        assertThat(alice.next()).isEqualTo(PULSE);
      }
      clock.move(mock, Duration.ofSeconds(67));
      assertThat(alice.closeCode()).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSocketEndsThatWasNeverUsed(Mover clock) {
    try (BroadcastMock mock = BroadcastMock.builder().admin().profile(IDLE_ENDS).start();
        var alice = Sockets.version2(mock)) {
      clock.move(mock, Duration.ofSeconds(73));
      assertThat(alice.closeCode()).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWindowOfRatesPasses(Mover clock) throws Exception {
    ProjectSettings slow = ProjectSettings.DEFAULT.withLimits(Limits.NONE.withEventsPerSecond(2));
    try (BroadcastMock mock = BroadcastMock.builder().admin().settings(slow).start()) {
      int status = 202;
      for (int request = 0; status == 202; request++) {
        assertThat(request).as("requests let through").isLessThan(20);
        status = Sockets.post(mock, "room", "e");
      }
      assertThat(status).isEqualTo(429);
      clock.move(mock, Duration.ofSeconds(2));
      assertThat(Sockets.post(mock, "room", "e")).isEqualTo(202);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsRecentIsReplayed(Mover clock) throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().admin().start();
        var alice = Sockets.version2(mock)) {
      mock.project().sendAsDatabase("rw-room", "old", "{}", true);
      clock.move(mock, Duration.ofHours(1));
      long since = mock.clock().instant().minusSeconds(60).toEpochMilli();
      mock.project().sendAsDatabase("rw-room", "new", "{}", true);
      alice.send(
          "[\"11\",\"1\",\"realtime:rw-room\",\"phx_join\",{\"config\":{\"private\":true,\"broadcast\":{\"replay\":{\"since\":%d}}},\"access_token\":\"%s\"}]"
              .formatted(since, mock.token("service_role", Duration.ofDays(1))));
      assertThat(alice.next()).contains("\"ok\"");
      assertThat(alice.next()).contains("\"new\"", "\"replayed\":true");
      alice.send(BEAT);
      assertThat(alice.next()).isEqualTo(PULSE);
    }
  }
}
