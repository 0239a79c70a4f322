package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.scripted.Bench.Joined;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Happening;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trials of what comes in, asked for or not. */
final class HearingTrials {
  private HearingTrials() {}

  static List<Trial> all() {
    return List.of(
        Trial.of(
            "each listener is called for what it asked for, once",
            HearingTrials::listeners,
            Misbehaviour.FILTERS_NOTHING,
            Misbehaviour.DOUBLE_DELIVERY,
            Misbehaviour.ONE_LISTENER_ONLY,
            Misbehaviour.MATCHES_ONE_CASE,
            Misbehaviour.STAR_IS_A_NAME,
            Misbehaviour.MATCHES_PREFIXES),
        Trial.of(
            "the user's keys are heard, whatever their names",
            HearingTrials::userKeys,
            Misbehaviour.HEARS_WITHOUT_USER_KEYS),
        Trial.of(
            "a binary broadcast is heard",
            HearingTrials::binary,
            Misbehaviour.DEAF_TO_BINARY_BROADCASTS),
        Trial.of(
            "a text broadcast is heard",
            bench -> bench.fence(bench.joined(Bench.PLAIN).peer(), "room"),
            Misbehaviour.DEAF_TO_TEXT_BROADCASTS),
        Trial.of(
            "garbage is survived",
            bench -> survives(bench, "{not json"),
            Misbehaviour.DIES_OF_GARBAGE),
        Trial.of(
            "binary garbage is survived",
            HearingTrials::survivesBinary,
            Misbehaviour.DIES_OF_BINARY_GARBAGE),
        Trial.of(
            "a payload that is no object is survived",
            bench -> survives(bench, "[null,null,\"realtime:room\",\"broadcast\",\"odd\"]"),
            Misbehaviour.DIES_OF_AN_ODD_PAYLOAD),
        Trial.of(
            "an unheard-of event is survived",
            bench -> survives(bench, "[null,null,\"realtime:room\",\"unheard_of\",{}]"),
            Misbehaviour.DIES_OF_UNKNOWN_EVENT),
        Trial.of(
            "a reply to nothing is survived",
            bench -> survives(bench, Bench.reply(1, 77, "room", "ok")),
            Misbehaviour.DIES_OF_UNKNOWN_REPLY),
        Trial.of(
            "an error acknowledgement leaves the other channel hearing",
            HearingTrials::anothersError,
            Misbehaviour.DEAF_AFTER_ANOTHERS_ERROR),
        Trial.of(
            "a refused join leaves the other channel hearing",
            HearingTrials::anothersJoinError,
            Misbehaviour.DEAF_AFTER_ANOTHERS_JOIN_ERROR));
  }

  private static void listeners(Bench bench) throws Exception {
    DriverClient client = bench.client();
    DriverChannel channel = client.channel("a", "room", Bench.PLAIN);
    channel.on("exact", "TEST");
    channel.on("lower", "test");
    channel.on("other", "other");
    channel.on("prefix", "TES");
    channel.on("all", "*");
    channel.on("fence", "fence");
    channel.subscribe();
    Peer peer = bench.accept();
    bench.next(peer);
    bench.ok(peer, 1, "room");
    peer.send(Bench.broadcast("room", "TEST", "{}"));
    bench.fence(peer, "room");
    Map<String, Integer> calls = new TreeMap<>();
    bench.all(Happening.MessageHeard.class).stream()
        .filter(heard -> heard.event().equals("TEST"))
        .forEach(heard -> calls.merge(heard.listener(), 1, Integer::sum));
    assertThat(calls).isEqualTo(Map.of("exact", 1, "lower", 1, "all", 1));
  }

  private static void userKeys(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    String user = "{\"type\":\"mine\",\"event\":\"mine too\",\"ids\":[4]}";
    it.peer().send(Bench.broadcast("room", "e", user));
    bench.fence(it.peer(), "room");
    assertThat(bench.all(Happening.MessageHeard.class).get(0).payload())
        .isEqualTo(Json.parse(user).orElseThrow());
  }

  private static void binary(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.peer().sendHex("040d0500017265616c74696d653a726f6f6d68656c6c6f7b226e223a317d");
    bench.fence(it.peer(), "room");
    assertThat(bench.all(Happening.MessageHeard.class)).hasSize(2);
  }

  private static void survives(Bench bench, String frame) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.peer().send(frame);
    bench.fence(it.peer(), "room");
    assertThat(bench.all(Happening.UncaughtSaid.class)).isEmpty();
  }

  private static void survivesBinary(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.peer().sendHex("ff00");
    bench.fence(it.peer(), "room");
  }

  private static void anothersError(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.ACK);
    bench.another(it, 2);
    it.channel().send("s", "e", Json.object());
    bench.next(it.peer());
    it.peer().send(Bench.reply(1, 3, "room", "error"));
    bench.fence(it.peer(), "other");
  }

  private static void anothersJoinError(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.client().channel("b", "other", Bench.PLAIN).subscribe();
    bench.next(it.peer());
    it.peer().send(Bench.reply(2, 2, "other", "error"));
    bench.said("b", "CHANNEL_ERROR");
    bench.fence(it.peer(), "room");
  }
}
