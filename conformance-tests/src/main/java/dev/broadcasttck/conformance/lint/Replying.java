package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Lately;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.lint.Channel.Stage;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.schema.SchemaCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How a server answers each kind of push. */
final class Replying {
  private static final Set<String> WORDS = Set.of("ok", "error");
  private static final SchemaCheck FRAMES = SchemaCheck.named("frames.schema.json");
  private static final SchemaCheck JOINED = FRAMES.definition("joined");
  private static final SchemaCheck ENTRIES = FRAMES.definition("entries");

  private final Conversation socket;
  private final Channels channels;
  private final Lately<String, Push> lastAcknowledged;

  Replying(Conversation socket, Channels channels) {
    this.socket = socket;
    this.channels = channels;
    this.lastAcknowledged = new Lately<>(socket.memory().perSocket());
  }

  List<Violation> judge(Line line, Envelope reply, Push push) {
    return switch (push.event()) {
      case "phx_join" -> toJoin(line, reply, push).toList();
      case "broadcast" -> toBroadcast(line, reply, push).toList();
      case "phx_leave" -> toLeave(line, reply, push).toList();
      case "heartbeat" -> toHeartbeat(line, reply, push).toList();
      default -> List.of();
    };
  }

  private static String status(Envelope reply) {
    return reply.payload().path("status").asString("");
  }

  private static boolean isOk(Envelope reply) {
    return status(reply).equals("ok");
  }

  private static Stream<Violation> word(Line line, Envelope reply, String rule) {
    return WORDS.contains(status(reply))
        ? Stream.empty()
        : Stream.of(
            line.breaks(rule, "the status ok or error", "it is " + reply.payload().path("status")));
  }

  private Stream<Violation> toJoin(Line line, Envelope reply, Push push) {
    if (!isOk(reply)) {
      return word(line, reply, "JOIN-16");
    }
    JsonNode entries = reply.payload().path("response").path("postgres_changes");
    return Stream.of(
            shape(line, JOINED, reply.payload(), "JOIN-4"),
            entries.isArray()
                ? shape(line, ENTRIES, entries, "CHANGES-2")
                : Stream.<Violation>empty(),
            joinRef(line, reply, push.joinRef()))
        .flatMap(it -> it);
  }

  private static Stream<Violation> shape(
      Line line, SchemaCheck schema, JsonNode value, String rule) {
    List<String> complaints = schema.complaints(value);
    return complaints.isEmpty()
        ? Stream.empty()
        : Stream.of(
            line.breaks(rule, "the reply to a join that succeeds", String.join("; ", complaints)));
  }

  private Stream<Violation> joinRef(Line line, Envelope reply, JsonNode expected) {
    return socket.vsn() == ProtocolVersion.V1 || reply.joinRef().equals(expected)
        ? Stream.empty()
        : Stream.of(
            line.breaks(
                "FRAME-7",
                "the join_ref of the channel, " + expected,
                "it has " + reply.joinRef()));
  }

  private Stream<Violation> toBroadcast(Line line, Envelope reply, Push push) {
    if (!isOk(reply)) {
      return Stream.concat(word(line, reply, "ACK-9"), unasked(line, push, stillJoined(push)));
    }
    return Stream.of(
            push.joined().stream().flatMap(it -> joinRef(line, reply, it.name())),
            unasked(line, push, push.joined()),
            overtaken(line, push))
        .flatMap(it -> it);
  }

  /** The channel of a push that has not ended since. */
  private Optional<Channel> stillJoined(Push push) {
    return push.joined()
        .filter(
            then ->
                channels
                    .of(push.topic())
                    .filter(now -> now.is(Stage.JOINED) && now.isSameAs(then))
                    .isPresent());
  }

  private static Stream<Violation> unasked(Line line, Push push, Optional<Channel> channel) {
    return channel.filter(it -> !it.ack()).stream()
        .map(
            it ->
                line.breaks(
                    "ACK-4",
                    "no reply to a broadcast of a channel without ack",
                    "a reply came to the broadcast on " + push.topic()));
  }

  private Stream<Violation> overtaken(Line line, Push push) {
    if (push.joined().isEmpty() || push.number() == Push.UNCLEAR) {
      return Stream.empty();
    }
    Optional<Push> last =
        lastAcknowledged.get(push.topic()).filter(it -> isOfSameChannel(it, push));
    if (last.filter(it -> it.number() > push.number()).isPresent()) {
      return Stream.of(
          line.breaks(
              "ACK-15",
              "acknowledgements in the order of the broadcasts",
              "that of a later broadcast had come before"));
    }
    lastAcknowledged.put(push.topic(), push);
    return Stream.empty();
  }

  private static boolean isOfSameChannel(Push one, Push other) {
    return one.joined().flatMap(it -> other.joined().filter(it::isSameAs)).isPresent();
  }

  /** Leaving is granted to whoever names the join, and to whoever is not there. */
  private static Stream<Violation> toLeave(Line line, Envelope reply, Push push) {
    boolean isNamed = push.joined().filter(it -> it.joinRef().equals(push.joinRef())).isPresent();
    return isOk(reply)
        ? Stream.empty()
        : Stream.of(
            line.breaks(
                isNamed ? "LEAVE-5" : "LEAVE-8",
                "the status ok for a phx_leave",
                "it is " + reply.payload().path("status")));
  }

  private static Stream<Violation> toHeartbeat(Line line, Envelope reply, Push push) {
    return !push.topic().equals("phoenix") || isOk(reply)
        ? Stream.empty()
        : Stream.of(
            line.breaks(
                "HEARTBEAT-1",
                "the status ok for a heartbeat",
                "it is " + reply.payload().path("status")));
  }
}
