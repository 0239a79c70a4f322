package dev.broadcasttck.mock.script;

import dev.broadcasttck.mock.codec.Codec;
import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Manners;
import dev.broadcasttck.mock.session.Membership;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * An open socket: all that comes and goes passes by here, is noted, and meets the interventions.
 * For the server's one thread.
 */
public final class LiveSocket implements Conversation, Outlet {
  private static final int ABNORMAL = 1006;
  private static final int JOINS_KEPT = 8;

  private final Script script;
  private final Knock knock;
  private final ProtocolVersion version;
  private final Project project;
  private final Codec codec;
  private final Outlet socket;
  private final Prompter prompter = new Prompter();
  private final Set<Push> held = new HashSet<>();
  private final Map<JsonNode, Deque<Push>> joins = new HashMap<>();
  private Conversation obedient =
      new Conversation() {
        @Override
        public void receive(Frame frame) {}

        @Override
        public void end() {}
      };

  private LiveSocket(Script script, Knock knock, Handshake.Accepted accepted, Outlet socket) {
    this.script = script;
    this.knock = knock;
    this.version = accepted.version();
    this.project = accepted.project();
    this.codec = Codec.of(version);
    this.socket = socket;
  }

  /**
   * Opens one.
   *
   * @param obedience the conversation of an obedient server, by the outlet that it writes to
   */
  public static LiveSocket open(
      Script script,
      Knock knock,
      Handshake.Accepted accepted,
      Outlet socket,
      Function<LiveSocket, Conversation> obedience) {
    LiveSocket live = new LiveSocket(script, knock, accepted, socket);
    live.obedient = obedience.apply(live);
    script.opened(live);
    return live;
  }

  public int number() {
    return knock.socket();
  }

  /** The request that asked for it. */
  public Request request() {
    return knock.request();
  }

  /** The project that it was opened for. */
  public Project project() {
    return project;
  }

  public ProtocolVersion version() {
    return version;
  }

  /** The last joins of a topic that came over this socket, the very last one first. */
  public Deque<Push> joins(String topic) {
    return joins.getOrDefault(Json.string(topic), new ArrayDeque<>());
  }

  @Override
  public List<Membership> memberships() {
    return obedient.memberships();
  }

  @Override
  public void forget(String topic) {
    obedient.forget(topic);
  }

  @Override
  public void receive(Frame frame) {
    Optional<Push> push = codec.decode(frame);
    Entry entry = script.journal().append(new Event.Received(number(), frame, push));
    push.filter(p -> p.isEvent("phx_join")).ifPresent(this::note);
    Optional<Intervention> intervention = push.flatMap(it -> script.of(this, it));
    if (intervention.isEmpty()) {
      obedient.receive(frame);
    } else {
      intervene(intervention.get(), push.get(), frame, entry);
    }
  }

  /** Whoever joins a topic again and again fills no memory. */
  private void note(Push join) {
    Deque<Push> ofTopic = joins.computeIfAbsent(join.topic(), topic -> new ArrayDeque<>());
    ofTopic.addFirst(join);
    if (ofTopic.size() > JOINS_KEPT) {
      ofTopic.removeLast();
    }
  }

  private void intervene(Intervention intervention, Push push, Frame frame, Entry entry) {
    if (intervention instanceof Intervention.Hold hold) {
      held.add(push);
      hold.caught().set(entry);
      script.journal().append(new Event.Held(number(), entry.number()));
    } else if (intervention instanceof Intervention.Delay delay) {
      script.timers().after(delay.duration(), () -> obedient.receive(frame));
    } else if (intervention instanceof Intervention.Refuse refuse) {
      say(ServerMessage.error(replyRef(push), push, refuse.response()));
    } else if (intervention instanceof Intervention.ReplyOtherwise other) {
      obey(frame, reply(push, other.status(), other.response(), push.ref()));
    }
  }

  /**
   * Answers a push that came over this socket. One that is held and gets the answer {@code ok} is
   * obeyed first, so that the server is where its answer says.
   */
  public void answer(Event.Received received, String status, JsonNode response, JsonNode ref) {
    Push push = received.push().orElseThrow();
    ServerMessage reply = reply(push, status, response, ref);
    if (held.remove(push) && status.equals("ok")) {
      obey(received.frame(), reply);
    } else {
      say(reply);
    }
  }

  /** Obeys a push that is held. */
  public void release(Event.Received received) {
    if (held.remove(received.push().orElseThrow())) {
      obedient.receive(received.frame());
    }
  }

  private void obey(Frame frame, ServerMessage reply) {
    prompter.during(() -> obedient.receive(frame), reply).ifPresent(this::say);
  }

  private static ServerMessage reply(Push push, String status, JsonNode response, JsonNode ref) {
    JsonNode payload = Json.object().put("status", status).set("response", response);
    return new ServerMessage(replyRef(push), ref, push.topic(), "phx_reply", payload);
  }

  private static JsonNode replyRef(Push push) {
    return push.isTopic("phoenix") ? Json.NULL : push.joinRef();
  }

  /** Says something that an obedient server would not have. */
  public void say(ServerMessage message) {
    write(codec.encode(message));
  }

  /** Delivers a broadcast, framed as is right for this socket. */
  public void deliver(Delivery delivery) {
    delivery.frame(version).ifPresent(this::write);
  }

  /** The line of an obedient server, on which a reply may be put in place of its own. */
  public Line line(Line line) {
    return prompter.line(line);
  }

  @Override
  public void write(Frame frame) {
    script.journal().append(new Event.Sent(number(), frame));
    socket.write(frame);
  }

  @Override
  public void strike(Blow blow) {
    script.journal().append(new Event.Struck(number(), blow));
    socket.strike(blow);
  }

  @Override
  public void close(int code) {
    script.journal().append(new Event.ServerCloses(number(), code));
    socket.close(code);
    obedient.end();
  }

  @Override
  public void cut() {
    script.journal().append(new Event.ServerCloses(number(), ABNORMAL));
    socket.cut();
  }

  @Override
  public boolean closing(int code) {
    script.journal().append(new Event.ClientCloses(number(), code));
    return obedient.closing(code);
  }

  @Override
  public Manners manners() {
    return obedient.manners();
  }

  @Override
  public void end() {
    obedient.end();
  }

  @Override
  public void gone() {
    obedient.end();
    script.ended(this);
  }
}
