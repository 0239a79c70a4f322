package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.netty.MockPort;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.mock.script.Intervention;
import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.script.Script.Otherwise;
import dev.broadcasttck.mock.script.Treatment;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What a test has a running mock do that it would not do by itself. Every method may be called from
 * any thread, and comes back when it is done; what is said of pushes and requests holds for those
 * that arrive later.
 */
public final class MockScript {
  /** With what a broken connection is told from a close frame. */
  public static final int CUT = 1006;

  /** What is said where a channel ends. */
  private static final Set<String> ENDS = Set.of("phx_close", "phx_error");

  /** Which join of a channel a message of the server names. */
  public enum JoinRef {
    /** The last one that came. */
    CURRENT,
    /** One before it, or if there was none one that nobody made. */
    STALE,
    /** None. */
    NONE
  }

  private static final JsonNode NEVER_MADE = Json.string("0-never-made");

  private final Script script;
  private final MockPort port;

  MockScript(Script script, MockPort port) {
    this.script = script;
    this.port = port;
  }

  /** What came and went. */
  public Journal journal() {
    return script.journal();
  }

  /** Whether a push has that event, and that topic as on the wire where one is named. */
  public static Predicate<Push> pushes(String event, Optional<String> topic) {
    return push -> push.isEvent(event) && topic.map(push::isTopic).orElse(true);
  }

  /** Keeps the next such push without obeying or answering it. */
  public Intervention.Hold hold(Predicate<Push> pushes) {
    var hold = new Intervention.Hold();
    intervene(pushes, hold, 1);
    return hold;
  }

  /** Keeps all acknowledged broadcasts without obeying or answering them. */
  public void holdAcks() {
    intervene(pushes("broadcast", Optional.empty()), new Intervention.Hold(), -1);
  }

  /** Obeys every such push so much later from now on, by the clock that can be moved. */
  public void delay(Predicate<Push> pushes, Duration duration) {
    intervene(pushes, new Intervention.Delay(duration), Intervention.Rule.FOR_GOOD);
  }

  /** Answers every such push with an error from now on, and does nothing else. */
  public void refuse(Predicate<Push> pushes, JsonNode response) {
    intervene(pushes, new Intervention.Refuse(response), Intervention.Rule.FOR_GOOD);
  }

  /** Drops every such push from now on. */
  public void ignore(Predicate<Push> pushes) {
    intervene(pushes, new Intervention.Ignore(), Intervention.Rule.FOR_GOOD);
  }

  /** Does something else with so many such pushes; a negative number for all of them. */
  public void intervene(Predicate<Push> pushes, Intervention intervention, int times) {
    intervene((socket, push) -> pushes.test(push), intervention, times);
  }

  /** The same where it matters which socket a push came over. */
  public void intervene(
      BiPredicate<LiveSocket, Push> pushes, Intervention intervention, int times) {
    run(() -> script.add(new Intervention.Rule(pushes, intervention, times)));
  }

  /** Obeys every push again. */
  public void heedAll() {
    run(() -> script.forget(rule -> true));
  }

  /**
   * Answers a push. One that is held and gets {@code ok} is obeyed first.
   *
   * @return false where its socket is not open any more
   */
  public boolean answer(
      Event.Received push, String status, JsonNode response, Optional<JsonNode> ref) {
    JsonNode reference = ref.orElseGet(() -> push.push().orElseThrow().ref());
    return with(push.socket(), socket -> socket.answer(push, status, response, reference));
  }

  /** Obeys a push that is held; false where its socket is not open any more. */
  public boolean release(Event.Received push) {
    return with(push.socket(), socket -> socket.release(push));
  }

  /**
   * Delivers a broadcast to every socket that such a channel was joined on.
   *
   * @param topic as on the wire
   * @param asBinary whether version 2 gets it as a binary user broadcast
   * @return how many got it
   */
  public int deliver(
      Predicate<LiveSocket> sockets,
      String topic,
      String event,
      JsonNode payload,
      Optional<JsonNode> meta,
      boolean asBinary) {
    var delivery = new Delivery(new Broadcast(topic, payload(event, payload, meta, asBinary)));
    return each(
        sockets.and(socket -> !socket.joins(topic).isEmpty()), socket -> socket.deliver(delivery));
  }

  private static Payload payload(
      String event, JsonNode payload, Optional<JsonNode> meta, boolean asBinary) {
    if (asBinary) {
      return new Payload.User(event, true, Json.write(payload), meta);
    }
    var broadcast = Json.object().put("event", event);
    meta.ifPresent(value -> broadcast.set("meta", value));
    broadcast.set("payload", payload);
    return new Payload.Text(JsonText.of(broadcast.put("type", "broadcast")));
  }

  /**
   * Says something about a channel, with the reference of a join of it as join_ref and, since
   * version 1 knows no other place, as ref. Where it is the end of the current join, the channel is
   * over, as it is on a server that says so.
   *
   * @return how many sockets were told
   */
  public int notify(
      Predicate<LiveSocket> sockets,
      String topic,
      String event,
      JsonNode payload,
      JoinRef joinRef) {
    return each(
        sockets.and(socket -> !socket.joins(topic).isEmpty()),
        socket -> {
          JsonNode ref = reference(socket, topic, joinRef);
          if (joinRef == JoinRef.CURRENT && ENDS.contains(event)) {
            socket.forget(topic);
          }
          socket.say(new ServerMessage(ref, ref, Json.string(topic), event, payload));
        });
  }

  /** The reference that a join of a topic has on a socket. */
  public static JsonNode reference(LiveSocket socket, String topic, JoinRef joinRef) {
    Deque<Push> joins = socket.joins(topic);
    List<JsonNode> refs = joins.stream().map(MockScript::reference).toList();
    return switch (joinRef) {
      case CURRENT -> refs.isEmpty() ? Json.NULL : refs.get(0);
      case STALE ->
          refs.stream().skip(1).filter(r -> !r.equals(refs.get(0))).findFirst().orElse(NEVER_MADE);
      case NONE -> Json.NULL;
    };
  }

  private static JsonNode reference(Push join) {
    return join.joinRef().isNull() ? join.ref() : join.joinRef();
  }

  /**
   * Sends a message as it is, but in each socket's own framing.
   *
   * @return how many sockets it was sent to
   */
  public int say(Predicate<LiveSocket> sockets, Function<LiveSocket, ServerMessage> message) {
    return each(sockets, socket -> socket.say(message.apply(socket)));
  }

  /**
   * Sends a text frame as it is.
   *
   * @return how many sockets it was sent to
   */
  public int sendText(Predicate<LiveSocket> sockets, String text) {
    return each(sockets, socket -> socket.write(Frame.text(text)));
  }

  /** Sends a binary frame as it is, likewise. */
  public int sendBinary(Predicate<LiveSocket> sockets, byte[] content) {
    Frame frame = Frame.binary(Bytes.of(content.clone()));
    return each(sockets, socket -> socket.write(frame));
  }

  /**
   * Ends every open socket, with a close frame of that code, or by {@link #CUT} without any.
   *
   * @return how many there were
   */
  public int dropConnection(int code) {
    return drop(socket -> true, code);
  }

  /** Ends sockets; {@link #CUT} does so without a close frame. */
  public int drop(Predicate<LiveSocket> sockets, int code) {
    return each(
        sockets,
        socket -> {
          if (code == CUT) {
            socket.cut();
          } else {
            socket.close(code);
          }
        });
  }

  /** Serves such requests only from now on; all others are turned away and not noted. */
  public void serveOnly(Predicate<Request> guests) {
    run(() -> script.serveOnly(guests));
  }

  /** Answers so many requests for sockets with an HTTP status. */
  public void refuseSockets(int status, int times) {
    Answer answer = Answer.words(status, "");
    meetKnocks(new Otherwise(Treatment.SERVED, Optional.of(answer), times));
  }

  /** Leaves requests for sockets without an answer, or resets them. */
  public void treatSockets(Treatment treatment, int times) {
    meetKnocks(new Otherwise(treatment, Optional.empty(), times));
  }

  /** Opens sockets again as it should. */
  public void acceptSockets() {
    run(() -> script.meetKnocks(Optional.empty()));
  }

  private void meetKnocks(Otherwise otherwise) {
    run(() -> script.meetKnocks(Optional.of(otherwise)));
  }

  /** Answers so many requests that ask for no socket with a status, and does nothing else. */
  public void answerRequests(int status, Optional<JsonNode> json, int times) {
    Answer answer =
        json.map(body -> Answer.json(status, body)).orElseGet(() -> Answer.empty(status));
    meetCalls(new Otherwise(Treatment.SERVED, Optional.of(answer), times));
  }

  /** Leaves requests that ask for no socket without an answer, or resets them. */
  public void treatRequests(Treatment treatment, int times) {
    meetCalls(new Otherwise(treatment, Optional.empty(), times));
  }

  /** Answers requests again as it should. */
  public void obeyRequests() {
    run(() -> script.meetCalls(Optional.empty()));
  }

  private void meetCalls(Otherwise otherwise) {
    run(() -> script.meetCalls(Optional.of(otherwise)));
  }

  private boolean with(int number, Consumer<LiveSocket> task) {
    return each(socket -> socket.number() == number, task) > 0;
  }

  private int each(Predicate<LiveSocket> which, Consumer<LiveSocket> task) {
    return ask(
        () -> {
          List<LiveSocket> chosen = script.sockets().stream().filter(which).toList();
          chosen.forEach(task);
          return chosen.size();
        });
  }

  private void run(Runnable task) {
    port.run(task);
  }

  private <T> T ask(Callable<T> question) {
    var task = new FutureTask<>(question);
    port.run(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted though the answer was there", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the mock could not do it", e.getCause());
    }
  }
}
