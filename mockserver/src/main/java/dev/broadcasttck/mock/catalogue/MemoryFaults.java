package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a server keeps that it should forget, and what it spreads that it should refuse. */
final class MemoryFaults {
  private static final String JOIN = "phx_join";
  private static final String BROADCAST = "broadcast";

  private MemoryFaults() {}

  static void enter(Catalogue faults) {
    faults.enter("KEPT_FOR_LATER_JOINERS", "BROADCAST-4", () -> keeping(push -> true));
    faults.enter("SOCKETS_REPLAYED", "REPLAY-10", () -> keeping(MemoryFaults::asksForReplay));
    faults.enter("UNJOINED_BROADCAST_SPREADS", "BROADCAST-8", MemoryFaults::intruding);
  }

  private static boolean asksForReplay(Push join) {
    return Hears.config(join).path(BROADCAST).has("replay");
  }

  /** Such joins get the last broadcast of their topic that did not come from the database. */
  private static Disturbance keeping(Predicate<Push> which) {
    return new Disturbance() {
      private final Map<String, Broadcast> last = new HashMap<>();

      @Override
      public Course<Publication> publishing(Publication publication) {
        if (publication.origin() != Origin.DATABASE) {
          last.put(publication.room().topic(), Delivers.asText(publication.broadcast()));
        }
        return Course.of(publication);
      }

      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        Optional<Broadcast> kept = Optional.ofNullable(last.get(to.topic().asString("")));
        return kept.isPresent() && to.isEvent(JOIN) && which.test(to) && isOk(reply)
            ? Course.of(reply).and(copy(reply, kept.get()))
            : Course.of(reply);
      }
    };
  }

  private static boolean isOk(ServerMessage reply) {
    return Says.hasStatus(reply, Says.OK);
  }

  private static ServerMessage copy(ServerMessage reply, Broadcast kept) {
    return new ServerMessage(Json.NULL, Json.NULL, reply.topic(), BROADCAST, kept.payload().tree());
  }

  /** Spreads what was refused for want of a membership with the next broadcast of its topic. */
  private static Disturbance intruding() {
    return new Disturbance() {
      private final Map<String, Push> refused = new HashMap<>();

      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        if (to.isEvent(BROADCAST) && Says.says(reply, "unmatched topic")) {
          refused.put(to.topic().asString(""), to);
        }
        return Course.of(reply);
      }

      @Override
      public Course<Publication> publishing(Publication publication) {
        Room room = publication.room();
        Push intrusion = refused.remove(room.topic());
        return intrusion == null
            ? Course.of(publication)
            : Course.of(Publication.rest(room, new Broadcast(room.topic(), intrusion.payload())))
                .and(publication);
      }
    };
  }
}
