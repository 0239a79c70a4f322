package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.scripted.Bench.Joined;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Trials of joins, of their ends, and of the tokens that go with them. */
final class JoiningTrials {
  private static final Secret OLD = new Secret("the-first-token");
  private static final Secret NEW = new Secret("the-second-token");
  private static final Duration SHORT = Duration.ofMillis(150);

  private JoiningTrials() {}

  static List<Trial> all() {
    return List.of(
        Trial.of(
            "subscribed is said after the reply",
            JoiningTrials::subscribedAfterReply,
            Misbehaviour.SUBSCRIBED_TOO_EARLY),
        Trial.of(
            "a refused join is an error, and tried again",
            JoiningTrials::refused,
            Misbehaviour.SUBSCRIBED_DESPITE_ERROR,
            Misbehaviour.NO_REJOIN_AFTER_ERROR),
        Trial.of(
            "refused joins are tried again more and more slowly",
            JoiningTrials::patientRetries,
            Misbehaviour.REJOIN_STORM),
        Trial.of(
            "a join without a reply times out, and is tried again",
            JoiningTrials::timesOut,
            Misbehaviour.SUBSCRIBED_WITHOUT_REPLY,
            Misbehaviour.JOIN_NEVER_TIMES_OUT,
            Misbehaviour.NO_RETRY_AFTER_TIMEOUT),
        Trial.of(
            "a join with its ok does not time out",
            JoiningTrials::keepsItsOk,
            Misbehaviour.TIMES_OUT_AFTER_OK),
        Trial.of(
            "the server's close is the end", JoiningTrials::closed, Misbehaviour.IGNORES_PHX_CLOSE),
        Trial.of(
            "a crash is an error, and the channel joins again",
            JoiningTrials::crashed,
            Misbehaviour.IGNORES_PHX_ERROR,
            Misbehaviour.FIRST_CHANNEL_IGNORES_PHX_ERROR),
        Trial.of(
            "a stale close is none",
            bench -> stale(bench, "phx_close"),
            Misbehaviour.HEEDS_STALE_CLOSE),
        Trial.of(
            "a stale crash is none",
            bench -> stale(bench, "phx_error"),
            Misbehaviour.HEEDS_STALE_ERROR),
        Trial.of(
            "the first join of a private channel carries the key",
            bench -> assertThat(bench.joined(Bench.PRIVATE).join()).contains(Bench.KEY),
            Misbehaviour.FIRST_JOIN_WITHOUT_TOKEN),
        Trial.of(
            "a join waits for the function that yields the token",
            JoiningTrials::waitsForTheToken,
            Misbehaviour.DOES_NOT_WAIT_FOR_THE_TOKEN),
        Trial.of(
            "the function that yields the token lets no error escape",
            JoiningTrials::bearsTheToken,
            Misbehaviour.THROWS_AFTER_THE_TOKEN),
        Trial.of(
            "a new token is shown on every joined channel",
            JoiningTrials::renews,
            Misbehaviour.RENEWED_TOKEN_NOT_SENT,
            Misbehaviour.RENEWED_TOKEN_TO_FIRST_CHANNEL_ONLY),
        Trial.of(
            "who joins again after leaving shows the new token",
            JoiningTrials::newTokenInNextJoin,
            Misbehaviour.RENEWED_TOKEN_NOT_IN_NEXT_JOIN),
        Trial.of(
            "who signs out shows the key",
            JoiningTrials::signsOut,
            Misbehaviour.SIGN_OUT_KEEPS_THE_TOKEN),
        Trial.of(
            "leaving tells the server, and silences",
            JoiningTrials::leaves,
            Misbehaviour.NO_PHX_LEAVE,
            Misbehaviour.LEAVES_WITHOUT_JOIN_REF,
            Misbehaviour.HEARS_AFTER_LEAVE),
        Trial.of(
            "leaving one channel leaves the other",
            JoiningTrials::leavesOne,
            Misbehaviour.LEAVES_EVERYTHING),
        Trial.of(
            "removing a channel that was never subscribed leaves the other",
            JoiningTrials::removesTheUnsubscribed,
            Misbehaviour.FORGETS_THE_UNSUBSCRIBED),
        Trial.of(
            "a function that fails lets no error escape",
            JoiningTrials::bearsTheFailure,
            Misbehaviour.THROWS_WHERE_THE_FUNCTION_FAILS),
        Trial.of(
            "of two lookups the later one counts",
            JoiningTrials::laterLookup,
            Misbehaviour.EARLIER_LOOKUP_WINS),
        Trial.of(
            "a token by hand is replaced by what the function yields",
            JoiningTrials::functionCounts,
            Misbehaviour.BY_HAND_IS_FOR_EVER),
        Trial.of(
            "who has left can come back", JoiningTrials::comesBack, Misbehaviour.CANNOT_COME_BACK));
  }

  private static void subscribedAfterReply(Bench bench) throws Exception {
    bench.joined(Bench.PLAIN);
    int reply = bench.happened("a reply", Happening.FrameReceived.class::isInstance).number();
    assertThat(bench.happened("a status", Happening.StatusSaid.class::isInstance).number())
        .isGreaterThan(reply);
  }

  private static void refused(Bench bench) throws Exception {
    bench.client().channel("a", "room", Bench.PLAIN).subscribe();
    Peer peer = bench.accept();
    bench.next(peer);
    peer.send(Bench.reply(1, 1, "room", "error"));
    bench.said("a", "CHANNEL_ERROR");
    assertThat(bench.next(peer)).startsWith("[\"2\",\"2\",\"realtime:room\",\"phx_join\"");
    assertThat(bench.statuses()).containsExactly("a CHANNEL_ERROR");
  }

  private static void patientRetries(Bench bench) throws Exception {
    bench.client().channel("a", "room", Bench.PLAIN).subscribe();
    Peer peer = bench.accept();
    for (int ref = 1; ref <= 4; ref++) {
      bench.next(peer);
      peer.send(Bench.reply(ref, ref, "room", "error"));
    }
    List<Duration> joins = bench.sent("phx_join").map(entry -> entry.at()).toList();
    assertThat(joins.get(3).minus(joins.get(2))).isGreaterThan(Bench.RECONNECT.multipliedBy(4));
  }

  private static void timesOut(Bench bench) throws Exception {
    bench.timeout(SHORT).client().channel("a", "room", Bench.PLAIN).subscribe();
    Peer peer = bench.accept();
    bench.next(peer);
    bench.said("a", "TIMED_OUT");
    assertThat(bench.next(peer)).contains("phx_leave");
    assertThat(bench.next(peer)).startsWith("[\"3\",\"3\",\"realtime:room\",\"phx_join\"");
    bench.ok(peer, 3, "room");
    bench.said("a", "SUBSCRIBED");
    assertThat(bench.statuses().get(0)).isEqualTo("a TIMED_OUT");
  }

  private static void keepsItsOk(Bench bench) throws Exception {
    Joined it = bench.timeout(SHORT).joined(Bench.PLAIN);
    it.client().channel("b", "other", Bench.PLAIN).subscribe();
    bench.said("b", "TIMED_OUT");
    assertThat(bench.statuses()).containsExactly("a SUBSCRIBED", "b TIMED_OUT");
  }

  private static void closed(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.peer().send("[\"1\",\"1\",\"realtime:room\",\"phx_close\",{}]");
    bench.said("a", "CLOSED");
  }

  private static void crashed(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.peer().send("[\"1\",\"1\",\"realtime:room\",\"phx_error\",{}]");
    bench.said("a", "CHANNEL_ERROR");
    assertThat(bench.next(it.peer())).startsWith("[\"2\",\"2\",\"realtime:room\",\"phx_join\"");
  }

  private static void stale(Bench bench, String event) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.peer().send("[\"9\",\"9\",\"realtime:room\",\"%s\",{}]".formatted(event));
    bench.fence(it.peer(), "room");
    assertThat(bench.statuses()).containsExactly("a SUBSCRIBED");
  }

  private static void waitsForTheToken(Bench bench) throws Exception {
    bench.token(new TokenSource.Called(OLD, Optional.of(Duration.ofMillis(50))));
    assertThat(bench.joined(Bench.PRIVATE).join()).contains(OLD.reveal());
  }

  private static void bearsTheToken(Bench bench) throws Exception {
    bench.token(new TokenSource.Called(OLD, Optional.of(Duration.ofMillis(50))));
    bench.joined(Bench.PRIVATE);
    assertThat(bench.all(Happening.UncaughtSaid.class)).isEmpty();
  }

  private static void renews(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    bench.another(it, 2);
    it.client().setToken(Optional.of(NEW));
    assertThat(bench.next(it.peer()))
        .isEqualTo(
            "[\"1\",\"3\",\"realtime:room\",\"access_token\",{\"access_token\":\"%s\"}]"
                .formatted(NEW.reveal()));
    assertThat(bench.next(it.peer())).contains("realtime:other", NEW.reveal());
  }

  private static void newTokenInNextJoin(Bench bench) throws Exception {
    Joined it = bench.token(new TokenSource.Given(OLD)).joined(Bench.PRIVATE);
    it.channel().unsubscribe();
    bench.next(it.peer());
    it.peer().send(Bench.reply(1, 2, "room", "ok"));
    bench.said("a", "CLOSED");
    it.client().setToken(Optional.of(NEW));
    it.channel().subscribe();
    assertThat(bench.next(it.peer())).contains("phx_join", NEW.reveal());
  }

  private static void signsOut(Bench bench) throws Exception {
    Joined it = bench.token(new TokenSource.Given(OLD)).joined(Bench.PRIVATE);
    it.client().setToken(Optional.empty());
    assertThat(bench.next(it.peer())).contains("access_token", Bench.KEY);
  }

  private static void leaves(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    bench.another(it, 2);
    it.channel().unsubscribe();
    assertThat(bench.next(it.peer())).isEqualTo("[\"1\",\"3\",\"realtime:room\",\"phx_leave\",{}]");
    it.peer().send(Bench.reply(1, 3, "room", "ok"));
    it.peer().send(Bench.broadcast("room", "late", "{}"));
    bench.fence(it.peer(), "other");
    assertThat(bench.all(Happening.MessageHeard.class)).hasSize(1);
  }

  private static void leavesOne(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    bench.another(it, 2);
    it.channel().unsubscribe();
    bench.next(it.peer());
    bench.fence(it.peer(), "other");
  }

  private static void removesTheUnsubscribed(Bench bench) throws Exception {
    DriverClient client = bench.client();
    DriverChannel stays = client.channel("b", "other", Bench.PLAIN);
    stays.on("l", "*");
    client.channel("a", "room", Bench.PLAIN).remove();
    stays.subscribe();
    Peer peer = bench.accept();
    bench.next(peer);
    bench.ok(peer, 1, "other");
    bench.fence(peer, "other");
  }

  private static void bearsTheFailure(Bench bench) throws Exception {
    bench.token(new TokenSource.Called(OLD, Optional.empty()));
    DriverClient client = bench.client();
    client.tokenFunctionFails();
    bench.joined(client, Bench.PRIVATE);
    assertThat(bench.all(Happening.UncaughtSaid.class)).isEmpty();
  }

  private static void laterLookup(Bench bench) throws Exception {
    bench.token(new TokenSource.Called(OLD, Optional.of(Duration.ofMillis(50))));
    Joined it = bench.joined(Bench.PRIVATE);
    it.client().channel("b", "other", Bench.PRIVATE).subscribe();
    it.client().tokenFunction(new TokenSource.Called(NEW, Optional.empty()));
    it.client().setToken(Optional.empty());
    assertThat(bench.next(it.peer())).contains(NEW.reveal());
    assertThat(bench.next(it.peer())).contains("phx_join", NEW.reveal());
    it.channel().unsubscribe();
    assertThat(bench.next(it.peer())).contains("phx_leave");
  }

  private static void functionCounts(Bench bench) throws Exception {
    bench.token(new TokenSource.Called(OLD, Optional.empty()));
    Joined it = bench.joined(Bench.PRIVATE);
    it.client().setToken(Optional.of(NEW));
    assertThat(bench.next(it.peer())).contains(NEW.reveal());
    it.client().channel("b", "other", Bench.PRIVATE).subscribe();
    assertThat(bench.next(it.peer())).contains("phx_join", OLD.reveal());
  }

  private static void comesBack(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.channel().unsubscribe();
    bench.next(it.peer());
    it.peer().send(Bench.reply(1, 2, "room", "ok"));
    bench.said("a", "CLOSED");
    it.channel().subscribe();
    assertThat(bench.next(it.peer())).startsWith("[\"3\",\"3\",\"realtime:room\",\"phx_join\"");
  }
}
