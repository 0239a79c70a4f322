package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.time.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A hub with a fault before it and before each of its members. */
final class DisturbedHub implements Hub {
  private final Hub hub;
  private final Fault fault;
  private final Timers timers;
  private final Way way;

  /** In the order of their joins. */
  private final List<DisturbedMember> members = new ArrayList<>();

  private Optional<Publication> current = Optional.empty();

  DisturbedHub(Hub hub, Fault fault, Timers timers) {
    this.hub = hub;
    this.fault = fault;
    this.timers = timers;
    this.way = new Way(timers);
  }

  @Override
  public void join(Room room, Member member) {
    var disturbed = new DisturbedMember(member, room, fault, this, new Way(timers));
    members.add(disturbed);
    hub.join(room, disturbed);
  }

  @Override
  public void leave(Room room, Member member) {
    disturbed(member)
        .ifPresent(
            disturbed -> {
              if (!fault.noting(true, fault.disturbance().leaving(room))) {
                return;
              }
              disturbed.leave();
              members.remove(disturbed);
              hub.leave(room, disturbed);
            });
  }

  /** What is published later has no fate that anybody could still be told. */
  @Override
  public Fate publish(Publication publication) {
    Publication right = publication.withSender(publication.sender().flatMap(this::disturbed));
    var fates = new ArrayList<Fate>();
    Course<Publication> done = fault.disturbance().publishing(right);
    fault.follow(Course.of(right), done, way, one -> fates.add(publishNow(one)));
    return fates.contains(Fate.CRASHED) ? Fate.CRASHED : Fate.DELIVERED;
  }

  private Fate publishNow(Publication publication) {
    Optional<Publication> outer = current;
    current = Optional.of(publication);
    Fate fate = hub.publish(publication);
    current = outer;
    if (fate == Fate.DELIVERED) {
      members.stream()
          .filter(member -> !isFor(publication, member))
          .toList()
          .forEach(member -> member.overhear(publication));
    }
    return fate;
  }

  @Override
  public void arrive(Publication publication, Member member, Delivery delivery) {
    Publication right = publication.withSender(publication.sender().flatMap(this::disturbed));
    Optional<Publication> outer = current;
    current = Optional.of(right);
    disturbed(member).ifPresent(it -> hub.arrive(right, it, delivery));
    current = outer;
  }

  private static boolean isFor(Publication publication, DisturbedMember member) {
    return member.room().equals(publication.room())
        && publication.leftOut().filter(member::equals).isEmpty();
  }

  /** What is being published now. */
  Publication current() {
    return current.orElseThrow(() -> new IllegalStateException("nothing is being published"));
  }

  /** Whether nobody has joined its room after it. */
  boolean isLatest(DisturbedMember member) {
    return members.stream()
        .filter(other -> other.room().equals(member.room()))
        .reduce((earlier, later) -> later)
        .filter(member::equals)
        .isPresent();
  }

  private Optional<DisturbedMember> disturbed(Member member) {
    return members.stream().filter(disturbed -> disturbed.is(member)).findFirst();
  }

  @Override
  public void announce(Room room, String event, JsonNode payload) {
    hub.announce(room, event, payload);
  }
}
