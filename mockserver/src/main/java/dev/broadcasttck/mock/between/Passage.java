package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.codec.Codec;
import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Crowd;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.session.Ear;
import dev.broadcasttck.mock.session.JoinConfig;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Membership;
import dev.broadcasttck.mock.session.Outlet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One socket between a client and a server. It knows who has joined what by what both say, and
 * hands on what they say past the faults that are on. For the one thread of the place.
 */
final class Passage implements Conversation, Crowd.Guest {
  private static final int SERVICE_RESTART = 1012;

  private final Place place;
  private final LiveSocket live;
  private final Upstream upstream;
  private final Codec codec;
  private final Outlet outlet;
  private final FaithfulLine faithful;
  private final Line line;
  private final Ear ear;
  private final Questions questions = new Questions();
  private final Map<JsonNode, Seat> seats = new LinkedHashMap<>();
  private int joins;

  Passage(Place place, LiveSocket live, Upstream upstream) {
    this.place = place;
    this.live = live;
    this.upstream = upstream;
    this.codec = Codec.of(live.version());
    this.outlet = place.board().outlet(live, place.timers());
    this.faithful = new FaithfulLine(live.version(), outlet);
    this.line = place.board().line(faithful, place.timers());
    this.ear = place.board().ear(Ear.GOOD, live);
    place.project().crowd().enter(this);
  }

  /** The client says something. */
  @Override
  public void receive(Frame frame) {
    codec
        .decode(frame)
        .ifPresentOrElse(
            push -> ear.hear(push).ifPresent(heard -> goOn(frame, heard, heard.equals(push))),
            () -> ear.stumble(frame).ifPresentOrElse(live::close, () -> upstream.forward(frame)));
  }

  private void goOn(Frame frame, Push push, boolean untouched) {
    questions.note(push);
    Optional<Seat> seat =
        Optional.ofNullable(seats.get(push.topic())).filter(it -> push.isEvent("broadcast"));
    if (seat.isPresent()) {
      seat.get().publish(push, frame, untouched, place.hub());
      if (!seat.get().acknowledges()) {
        line.withhold(push, ServerMessage.ok(push.joinRef(), push, Json.object()));
      }
    } else if (untouched) {
      upstream.forward(frame);
    } else {
      upstream.push(push);
    }
  }

  /** The server says something. */
  void serverSays(Frame frame, Optional<Word> word) {
    if (word.isEmpty()) {
      outlet.write(frame);
    } else if (word.get() instanceof Word.Spread spread) {
      spread(frame, spread.broadcast());
    } else if (word.get() instanceof Word.Said said) {
      faithful.during(said.message(), frame, () -> pass(frame, said.message()));
    }
  }

  private void spread(Frame frame, Broadcast broadcast) {
    Optional.ofNullable(seats.get(Json.string(broadcast.topic())))
        .ifPresentOrElse(
            seat -> seat.arrive(broadcast, frame, place.hub()),
            () -> line.deliver(new Delivery(broadcast, live.version(), frame)));
  }

  private void pass(Frame frame, ServerMessage message) {
    if (!message.event().equals("phx_reply")) {
      leaveIfOver(message);
      line.push(message);
      return;
    }
    Optional<Push> answered = questions.answered(message);
    answered.ifPresent(push -> joinIfGranted(push, message));
    answered.ifPresentOrElse(push -> line.reply(push, message), () -> outlet.write(frame));
  }

  private void joinIfGranted(Push push, ServerMessage reply) {
    Optional<Room> room =
        push.topic()
            .stringValueOpt()
            .filter(topic -> topic.startsWith(Room.PREFIX))
            .map(topic -> new Room(topic, false));
    if (push.isEvent("phx_join")
        && reply.payload().path("status").asString("").equals("ok")
        && room.isPresent()) {
      JoinConfig.parse(push.payload().tree(), room.get()).ifPresent(config -> sit(push, config));
    }
  }

  private void sit(Push join, JoinConfig config) {
    leave(join.topic());
    Seat seat = new Seat(join, config, live.version(), ++joins, line, upstream);
    seats.put(join.topic(), seat);
    place.hub().join(seat.room(), seat);
  }

  private void leaveIfOver(ServerMessage message) {
    boolean isOver = message.event().equals("phx_close") || message.event().equals("phx_error");
    if (isOver
        && seats.containsKey(message.topic())
        && seats.get(message.topic()).isMeant(message)) {
      leave(message.topic());
    }
  }

  private void leave(JsonNode topic) {
    Optional.ofNullable(seats.remove(topic))
        .ifPresent(seat -> place.hub().leave(seat.room(), seat));
  }

  /** The server sends a close frame. */
  void serverCloses(int code) {
    outlet.close(code);
  }

  @Override
  public List<Membership> memberships() {
    return seats.values().stream().map(Seat::membership).toList();
  }

  @Override
  public void disconnect() {
    live.close(SERVICE_RESTART);
  }

  @Override
  public void end() {
    List.copyOf(seats.keySet()).forEach(this::leave);
    place.project().crowd().leave(this);
  }

  @Override
  public void gone() {
    ear.gone();
    end();
  }
}
