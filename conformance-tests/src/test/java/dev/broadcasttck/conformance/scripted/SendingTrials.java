package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.scripted.Bench.Joined;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Trials of what goes out over the socket, and of how sends end. */
final class SendingTrials {
  private static final JsonNode PAYLOAD = Json.object().put("n", 7);

  private SendingTrials() {}

  static List<Trial> all() {
    return List.of(
        Trial.of(
            "an error acknowledgement is an error",
            SendingTrials::errorAck,
            Misbehaviour.HANGS_ON_ERROR_ACK,
            Misbehaviour.TAKES_ERROR_FOR_OK),
        Trial.of(
            "a missing acknowledgement times out",
            SendingTrials::missingAck,
            Misbehaviour.NEVER_TIMES_OUT,
            Misbehaviour.TAKES_SILENCE_FOR_OK),
        Trial.of(
            "a send ends with its socket",
            SendingTrials::cut,
            Misbehaviour.HANGS_WHEN_THE_SOCKET_ENDS),
        Trial.of(
            "each send ends with its own reply",
            SendingTrials::ownReply,
            Misbehaviour.RESOLVES_EARLY,
            Misbehaviour.REPLY_BY_ORDER_NOT_REF,
            Misbehaviour.SETTLES_TWICE),
        Trial.of(
            "a broadcast is nested, whole, and of the current join",
            SendingTrials::frame,
            Misbehaviour.FLAT_PAYLOAD,
            Misbehaviour.MUTATES_PAYLOAD,
            Misbehaviour.DROPS_USER_KEYS,
            Misbehaviour.WITHOUT_JOIN_REF,
            Misbehaviour.PUSH_REF_AS_JOIN_REF,
            Misbehaviour.LOSES_UNICODE,
            Misbehaviour.CUTS_LONG_PAYLOADS),
        Trial.of(
            "after a second join broadcasts name it",
            SendingTrials::secondJoin,
            Misbehaviour.STALE_JOIN_REF),
        Trial.of(
            "lengths in a binary frame count bytes",
            SendingTrials::binary,
            Misbehaviour.LENGTH_IN_CHARACTERS,
            Misbehaviour.WITHOUT_METADATA_LENGTH),
        Trial.of(
            "version 1 is objects", SendingTrials::versionOne, Misbehaviour.ARRAYS_ON_VERSION_1),
        Trial.of(
            "a burst of acknowledged sends goes out whole",
            bench -> burst(bench, true),
            Misbehaviour.LOSES_ONE_OF_A_BURST),
        Trial.of(
            "a burst goes out whole and in order",
            bench -> burst(bench, false),
            Misbehaviour.SILENT_RATE_LIMIT,
            Misbehaviour.SENDS_OUT_OF_ORDER),
        Trial.of(
            "nobody who did not ask for it hears itself",
            SendingTrials::noEcho,
            Misbehaviour.ECHOES_ITSELF,
            Misbehaviour.ALWAYS_ASKS_FOR_SELF),
        Trial.of(
            "who asked for it hears itself once",
            SendingTrials::oneEcho,
            Misbehaviour.ECHOES_TWICE,
            Misbehaviour.NEVER_ASKS_FOR_SELF));
  }

  private static void errorAck(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.ACK);
    it.channel().send("s", "e", PAYLOAD);
    bench.next(it.peer());
    it.peer().send(Bench.reply(1, 2, "room", "error"));
    bench.settled("s", "error");
  }

  private static void missingAck(Bench bench) throws Exception {
    Joined it = bench.timeout(Duration.ofMillis(150)).joined(Bench.ACK);
    it.channel().send("s", "e", PAYLOAD);
    bench.settled("s", "timed out");
  }

  private static void cut(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.ACK);
    it.channel().send("s", "e", PAYLOAD);
    bench.next(it.peer());
    it.peer().cut();
    bench.settled("s", "error");
  }

  private static void ownReply(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.ACK);
    it.channel().send("first", "e", PAYLOAD);
    it.channel().send("second", "e", PAYLOAD);
    bench.next(it.peer());
    bench.next(it.peer());
    it.peer().send(Bench.reply(1, 3, "room", "ok"));
    bench.settled("second", "ok");
    it.peer().send(Bench.reply(1, 2, "room", "error"));
    it.peer().send(Bench.reply(1, 2, "room", "error"));
    bench.fence(it.peer(), "room");
    assertThat(bench.all(Happening.SendSettled.class))
        .containsExactly(
            new Happening.SendSettled("second", "ok"), new Happening.SendSettled("first", "error"));
  }

  private static void frame(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    String user =
        "{\"type\":\"mine\",\"event\":\"mine too\",\"ids\":[4],\"text\":\"grüße %s\"}"
            .formatted("x".repeat(1_200));
    it.channel().send("s", "e", Json.parse(user).orElseThrow());
    assertThat(bench.next(it.peer()))
        .isEqualTo(
            "[\"1\",\"2\",\"realtime:room\",\"broadcast\","
                + "{\"event\":\"e\",\"payload\":%s,\"type\":\"broadcast\"}]".formatted(user));
  }

  private static void secondJoin(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.peer().send("[\"1\",\"1\",\"realtime:room\",\"phx_error\",{}]");
    bench.next(it.peer());
    bench.ok(it.peer(), 2, "room");
    bench.fence(it.peer(), "room");
    it.channel().send("s", "e", PAYLOAD);
    assertThat(bench.next(it.peer())).startsWith("[\"2\",\"3\",\"realtime:room\",\"broadcast\"");
  }

  private static void binary(Bench bench) throws Exception {
    Joined it = bench.speaking(ProtocolVersion.V2, Encoding.BINARY).joined(Bench.PLAIN);
    it.channel().send("s", "é", PAYLOAD);
    // kind 3, lengths 1 1 13 2 0, JSON, then: 1, 2, realtime:room, é, {"n":7}
    assertThat(bench.next(it.peer()))
        .isEqualTo("hex:0301010d0200013132" + "7265616c74696d653a726f6f6d" + "c3a97b226e223a377d");
  }

  private static void versionOne(Bench bench) throws Exception {
    bench.speaking(ProtocolVersion.V1, Encoding.TEXT);
    bench.client().channel("a", "room", Bench.PLAIN).subscribe();
    assertThat(bench.next(bench.accept())).startsWith("{\"topic\":\"realtime:room\"");
  }

  private static void burst(Bench bench, boolean ack) throws Exception {
    Joined it = bench.joined(ack ? Bench.ACK : Bench.PLAIN);
    for (int n = 2; n <= 13; n++) {
      it.channel().send("s" + n, "e", PAYLOAD);
    }
    for (int n = 2; n <= 13; n++) {
      assertThat(bench.next(it.peer())).startsWith("[\"1\",\"%d\",".formatted(n));
    }
  }

  private static void noEcho(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    assertThat(it.join()).contains("\"self\":false");
    it.channel().send("s", "e", PAYLOAD);
    bench.next(it.peer());
    bench.fence(it.peer(), "room");
    assertThat(bench.all(Happening.MessageHeard.class)).hasSize(1);
  }

  private static void oneEcho(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.SELF);
    assertThat(it.join()).contains("\"self\":true");
    it.channel().send("s", "e", PAYLOAD);
    bench.next(it.peer());
    it.peer().send(Bench.broadcast("room", "e", "{\"n\":7}"));
    bench.fence(it.peer(), "room");
    assertThat(bench.all(Happening.MessageHeard.class)).hasSize(2);
  }
}
