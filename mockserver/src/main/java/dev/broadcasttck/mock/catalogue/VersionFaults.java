package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Rooms of both protocol versions, and user broadcasts, that go wrong. */
final class VersionFaults {
  private static final int REPLY = 1;

  private VersionFaults() {}

  static void enter(Catalogue faults) {
    rooms(faults);
    userBroadcasts(faults);
    replies(faults);
    references(faults);
  }

  private static void rooms(Catalogue faults) {
    faults.enter(
        "VERSION_1_FORGOTTEN", "FRAME-1", Delivers.nothingTo(it -> isAcross(it) && !isNew(it)));
    faults.enter(
        "VERSION_2_FORGOTTEN", "FRAME-1", Delivers.nothingTo(it -> isAcross(it) && isNew(it)));
    faults.enter(
        "TEXT_BROADCAST_AS_BINARY",
        "FRAME-40",
        Delivers.other(VersionFaults::isNew, it -> Delivers.isUser(it) ? it : Delivers.asUser(it)));
  }

  /** Whether the sender's version is not the hearer's. */
  private static boolean isAcross(Hearer hearer) {
    return hearer
        .publication()
        .sender()
        .map(Member::version)
        .filter(version -> version != hearer.version())
        .isPresent();
  }

  private static boolean isNew(Hearer hearer) {
    return hearer.version() == ProtocolVersion.V2;
  }

  private static void userBroadcasts(Catalogue faults) {
    faults.enter(
        "USER_BROADCAST_NOT_TO_VERSION_1",
        "FRAME-2",
        Delivers.nothing((broadcast, hearer) -> Delivers.isUser(broadcast) && !isNew(hearer)));
    faults.enter(
        "USER_BROADCAST_AS_TEXT_IN_TEXT",
        "FRAME-2",
        Delivers.payload(
            hearer -> !isNew(hearer),
            tree -> tree.isString() ? tree : Json.string(tree.toString())));
    faults.enter(
        "BYTES_TO_VERSION_1",
        "FRAME-29",
        Delivers.other(
            hearer -> !isNew(hearer), it -> Delivers.isBytes(it) ? Delivers.asText(it) : it));
    faults.enter("USER_JSON_REWRITTEN", "FRAME-31", Delivers.other(VersionFaults::rewritten));
    faults.enter(
        "USER_JSON_OBJECTS_ONLY",
        "FRAME-44",
        Delivers.nothing(
            (broadcast, hearer) ->
                broadcast.payload() instanceof Payload.User user
                    && Delivers.json(user).filter(json -> !json.isObject()).isPresent()));
  }

  private static Broadcast rewritten(Broadcast broadcast) {
    return broadcast.payload() instanceof Payload.User user
        ? Delivers.json(user)
            .map(json -> new Payload.User(user.event(), true, Json.write(json), user.meta()))
            .map(other -> new Broadcast(broadcast.topic(), other))
            .orElse(broadcast)
        : broadcast;
  }

  private static void replies(Catalogue faults) {
    faults.enter("BINARY_PUSH_ANSWERED_IN_BINARY", "FRAME-30", VersionFaults::inKind);
    faults.enter(
        "BINARY_PUSH_ANSWERED_WITHOUT_REF",
        "FRAME-30",
        Says.reply(
            "broadcast", (push, reply) -> isUser(push) ? Says.ref(reply, Json.NULL) : reply));
    faults.enter(
        "UNJOINED_USER_BROADCAST_UNANSWERED",
        "FRAME-37",
        Says.noReply((push, reply) -> isUser(push) && Says.hasStatus(reply, Says.ERROR)));
  }

  private static boolean isUser(Push push) {
    return push.payload() instanceof Payload.User;
  }

  /** Writes the reply to a binary push as a binary frame. */
  private static Disturbance inKind() {
    return new Disturbance() {
      private boolean binary;

      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        binary = isUser(to);
        return Course.of(reply);
      }

      @Override
      public Course<Frame> writing(Frame frame) {
        Optional<JsonNode> reply =
            Writes.tree(frame).filter(it -> Writes.event(it).equals("phx_reply"));
        boolean now = binary && reply.isPresent();
        binary = false;
        return Course.of(now ? asBinary(reply.get()) : frame);
      }
    };
  }

  private static Frame asBinary(JsonNode reply) {
    JsonNode payload = Writes.payload(reply);
    byte[][] fields = {
      utf8(reply.path(Writes.JOIN_REF)),
      utf8(reply.path(Writes.REF)),
      utf8(reply.path(Writes.TOPIC)),
      utf8(payload.path("status"))
    };
    var out = new ByteArrayOutputStream();
    out.write(REPLY);
    for (byte[] field : fields) {
      out.write(field.length);
    }
    for (byte[] field : fields) {
      out.writeBytes(field);
    }
    out.writeBytes(payload.path("response").toString().getBytes(StandardCharsets.UTF_8));
    return Frame.binary(Bytes.of(out.toByteArray()));
  }

  private static byte[] utf8(JsonNode text) {
    return text.asString("").getBytes(StandardCharsets.UTF_8);
  }

  private static void references(Catalogue faults) {
    faults.enter(
        "BROADCAST_WITH_A_REF",
        "FRAME-6",
        Writes.objects(
            frame -> {
              if (Writes.isBroadcast(frame)) {
                frame.put("ref", "1");
              }
            }));
    faults.enter(
        "BROADCAST_WITH_A_JOIN_REF",
        "FRAME-6",
        Writes.arrays(
            frame -> {
              if (Writes.isBroadcast(frame)) {
                frame.set(Writes.JOIN_REF, Json.string("11"));
              }
            }));
    faults.enter("EVERY_SECOND_REPLY_REPEATS_A_REF", "FRAME-45", VersionFaults::repeating);
    faults.enter("PUSH_BEHIND_A_JOIN_UNHEARD", "FRAME-45", VersionFaults::busy);
  }

  private static Disturbance repeating() {
    return new Disturbance() {
      private JsonNode last = Json.NULL;
      private boolean second;

      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        ServerMessage said = second ? Says.ref(reply, last) : reply;
        last = reply.ref();
        second = !second;
        return Course.of(said);
      }
    };
  }

  /** Hears no heartbeat that comes right behind a join. */
  private static Disturbance busy() {
    return new Disturbance() {
      private boolean joining;

      @Override
      public Optional<Push> hearing(Push push) {
        boolean lost = joining && push.isEvent("heartbeat");
        joining = push.isEvent("phx_join");
        return lost ? Optional.empty() : Optional.of(push);
      }
    };
  }
}
