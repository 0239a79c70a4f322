package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.mock.script.Intervention;
import dev.broadcasttck.mock.server.MockScript.JoinRef;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MockScriptTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String ROOM = "realtime:room";
  private static final String JOIN =
      "[\"11\",\"1\",\"realtime:room\",\"phx_join\",{\"config\":{}}]";
  private static final String HEARTBEAT = "[null,\"2\",\"phoenix\",\"heartbeat\",{}]";
  private static final String BEAT =
      "[null,\"2\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";

  private final BroadcastMock mock = BroadcastMock.builder().scripted().start();
  private final MockScript script = mock.script();

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void whoIsNotBuiltForItHasNoScript() {
    try (BroadcastMock plain = BroadcastMock.builder().start()) {
      assertThatThrownBy(plain::script).hasMessageContaining("scripted()");
    }
  }

  @Test
  void theJournalTellsWhatCameAndWent() throws Exception {
    try (var socket = Sockets.version2(mock)) {
      socket.send(HEARTBEAT);
      socket.next();
    }
    Sockets.post(mock, "room", "test");
    assertThat(script.journal().await(entries -> first(entries, Event.Ended.class), SOON))
        .isPresent();

    assertThat(script.journal().entries())
        .extracting(entry -> entry.event().getClass().getSimpleName())
        .contains("Knocked", "Opened", "Received", "Sent", "Asked", "Answered", "Ended");
  }

  @Test
  void strangersAreTurnedAwayAndLeaveNothingBehind() throws Exception {
    script.serveOnly(request -> false);
    script.refuseSockets(503, 1);

    assertThat(TestSocket.refusal(Sockets.address(mock, "2.0.0"))).isEqualTo(403);
    assertThat(Sockets.post(mock, "room", "test")).isEqualTo(403);
    assertThat(script.journal().entries()).isEmpty();

    script.serveOnly(request -> true);
    assertThat(TestSocket.refusal(Sockets.address(mock, "2.0.0"))).isEqualTo(503);
  }

  @Test
  void aHeldJoinIsAnsweredWhenItIsReleased() throws Exception {
    Intervention.Hold hold = script.hold(MockScript.pushes("phx_join", Optional.of(ROOM)));
    try (var socket = Sockets.version2(mock)) {
      socket.send(JOIN);
      socket.send(HEARTBEAT);
      assertThat(socket.next()).isEqualTo(BEAT);

      assertThat(script.release(received(hold))).isTrue();
      assertThat(socket.next()).contains("\"1\"", "\"status\":\"ok\"", "postgres_changes");
    }
  }

  @Test
  void aHeldJoinThatIsAnsweredWithOkIsObeyedOnce() throws Exception {
    Intervention.Hold hold = script.hold(MockScript.pushes("phx_join", Optional.empty()));
    try (var socket = Sockets.version2(mock)) {
      socket.send(JOIN);
      script.answer(received(hold), "ok", Json.object().put("n", 1), Optional.empty());
      assertThat(socket.next())
          .isEqualTo(
              "[\"11\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{\"n\":1}}]");

      socket.send(HEARTBEAT);
      assertThat(socket.next()).isEqualTo(BEAT);
      Sockets.post(mock, "room", "test");
      assertThat(socket.next()).contains("\"event\":\"test\"");
    }
  }

  @Test
  void holdsAreUsedInTheirOrder() throws Exception {
    Intervention.Hold first = script.hold(MockScript.pushes("heartbeat", Optional.empty()));
    Intervention.Hold second = script.hold(MockScript.pushes("heartbeat", Optional.empty()));
    try (var socket = Sockets.version2(mock)) {
      socket.send("[null,\"2\",\"phoenix\",\"heartbeat\",{}]");
      socket.send("[null,\"3\",\"phoenix\",\"heartbeat\",{}]");

      assertThat(received(first).frame().toString()).contains("\"2\"");
      assertThat(received(second).frame().toString()).contains("\"3\"");
    }
  }

  @Test
  void whatIsIgnoredIsHeededAgainInTheEnd() throws Exception {
    script.ignore(MockScript.pushes("heartbeat", Optional.empty()));
    try (var socket = Sockets.version2(mock)) {
      socket.send("[null,\"1\",\"phoenix\",\"heartbeat\",{}]");
      socket.send(JOIN);
      assertThat(socket.next()).contains("phx_reply", "realtime:room");
      script.heedAll();
      socket.send(HEARTBEAT);
      assertThat(socket.next()).isEqualTo(BEAT);
    }
  }

  @Test
  void aStaleCloseNamesAnEarlierJoin() throws Exception {
    try (var socket = Sockets.version2(mock)) {
      Sockets.join(socket, "11", "{}");
      script.notify(s -> true, ROOM, "phx_close", Json.object(), JoinRef.STALE);
      assertThat(socket.next()).startsWith("[\"0-never-made\",").contains("phx_close");
      script.notify(s -> true, ROOM, "phx_close", Json.object(), JoinRef.CURRENT);
      assertThat(socket.next()).startsWith("[\"11\",").contains("phx_close");
    }
  }

  @Test
  void aChannelWhoseEndIsSaidIsOver() throws Exception {
    try (var socket = Sockets.version2(mock)) {
      Sockets.join(socket, "11", "{}");
      script.notify(s -> true, ROOM, "phx_error", Json.object(), JoinRef.CURRENT);
      assertThat(socket.next()).contains("phx_error");
      Sockets.join(socket, "12", "{}");
      socket.send(HEARTBEAT);
      assertThat(socket.next()).isEqualTo(BEAT);
    }
  }

  @Test
  void aSocketIsClosedOrCut() throws Exception {
    try (var socket = Sockets.version2(mock)) {
      script.dropConnection(1011);
      assertThat(socket.closeCode()).isEqualTo(1011);
    }
    try (var socket = Sockets.version2(mock)) {
      script.dropConnection(MockScript.CUT);
      assertThat(socket.closeCode()).isEqualTo(1006);
    }
  }

  @Test
  void requestsAreAnsweredAsToldAndThenAsTheyShould() throws Exception {
    script.refuseSockets(503, 1);
    assertThat(TestSocket.refusal(Sockets.address(mock, "2.0.0"))).isEqualTo(503);
    Sockets.version2(mock).close();

    script.answerRequests(418, Optional.empty(), 1);
    assertThat(Sockets.post(mock, "room", "test")).isEqualTo(418);
    assertThat(Sockets.post(mock, "room", "test")).isEqualTo(202);
  }

  @Test
  void anOpaqueKeyStandsForItsToken() {
    String key = mock.opaqueKey(mock.anonKey());

    assertThat(key).startsWith("sb_");
    new TestSocket(URI.create(mock.socketUrl() + "?apikey=" + key)).close();
    assertThat(TestSocket.refusal(URI.create(mock.socketUrl() + "?apikey=sb_other")))
        .isEqualTo(401);
  }

  private Event.Received received(Intervention.Hold hold) throws InterruptedException {
    Entry entry = script.journal().await(entries -> hold.entry(), SOON).orElseThrow();
    return (Event.Received) entry.event();
  }

  private static Optional<Entry> first(List<Entry> entries, Class<? extends Event> kind) {
    return entries.stream().filter(entry -> kind.isInstance(entry.event())).findFirst();
  }
}
