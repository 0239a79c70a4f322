package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Disturbances by which one member's end is heard of by the others, who hear nothing any more. */
final class Silence {
  private Silence() {}

  /** From the first socket's end on. */
  static Disturbance afterEnd() {
    return new Disturbance() {
      private boolean over;

      @Override
      public void ended() {
        over = true;
      }

      @Override
      public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
        return over ? Course.nothing() : Course.of(broadcast);
      }
    };
  }

  /** In a room that somebody left by asking to. */
  static Disturbance afterLeaving() {
    return inRooms(true);
  }

  /** In a room that somebody left without asking to, as those do whose socket ends. */
  static Disturbance afterVanishing() {
    return inRooms(false);
  }

  private static Disturbance inRooms(boolean wherePeopleAsk) {
    return new Disturbance() {
      private final Set<String> asked = new HashSet<>();
      private final Set<Room> silent = new HashSet<>();

      @Override
      public Optional<Push> hearing(Push push) {
        if (push.isEvent("phx_leave")) {
          asked.add(push.topic().asString(""));
        }
        return Optional.of(push);
      }

      @Override
      public boolean leaving(Room room) {
        if (asked.remove(room.topic()) == wherePeopleAsk) {
          silent.add(room);
        }
        return true;
      }

      @Override
      public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
        return silent.contains(hearer.room()) ? Course.nothing() : Course.of(broadcast);
      }
    };
  }
}
