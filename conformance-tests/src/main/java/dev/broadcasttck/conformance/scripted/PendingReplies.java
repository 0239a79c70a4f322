package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.spec.protocol.Envelope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The pushes of one socket that wait for their replies, each for a limited time. */
final class PendingReplies {
  private final Loop loop;
  private final Conduct conduct;
  private final Map<JsonNode, Pending> byRef = new LinkedHashMap<>();
  private Optional<Pending> lastAnswered = Optional.empty();

  PendingReplies(Loop loop, Conduct conduct) {
    this.loop = loop;
    this.conduct = conduct;
  }

  void add(Envelope push, Duration limit, Consumer<Reply> then) {
    JsonNode ref = push.ref();
    Future<?> timer = loop.after(limit, () -> settle(ref, Reply.TIMED_OUT));
    byRef.put(ref, new Pending(push, then, timer));
  }

  /**
   * Settles the push that the reply answers; a late, repeated or foreign one answers none.
   *
   * @return whether there was one
   */
  boolean replied(Envelope reply) {
    Reply result = Reply.of(reply.payload());
    Optional<Pending> meant = Optional.ofNullable(byRef.get(reply.ref()));
    Optional<Pending> answered =
        mistaken(reply, meant).or(() -> meant.filter(pending -> pending.isAnsweredBy(reply)));
    if (answered.isEmpty()) {
      repeat(reply, result);
      return false;
    }
    lastAnswered = answered;
    settle(answered.get().push().ref(), result);
    return true;
  }

  void settleAll(Reply reply) {
    List.copyOf(byRef.keySet()).forEach(ref -> settle(ref, reply));
  }

  private void settle(JsonNode ref, Reply reply) {
    Pending pending = byRef.remove(ref);
    if (pending != null) {
      pending.timer().cancel(false);
      pending.then().accept(reply);
    }
  }

  /** The wrong push that a wrong client takes a reply for. */
  private Optional<Pending> mistaken(Envelope reply, Optional<Pending> meant) {
    return byRef.values().stream()
        .filter(pending -> pending.push().event().equals("broadcast"))
        .filter(pending -> pending.push().topic().equals(reply.topic()))
        .findFirst()
        .filter(first -> !Optional.of(first).equals(meant))
        .filter(first -> conduct.does(Misbehaviour.REPLY_BY_ORDER_NOT_REF));
  }

  private void repeat(Envelope reply, Reply result) {
    lastAnswered
        .filter(pending -> pending.push().event().equals("broadcast"))
        .filter(pending -> pending.push().ref().equals(reply.ref()))
        .filter(pending -> conduct.does(Misbehaviour.SETTLES_TWICE))
        .ifPresent(pending -> pending.then().accept(result));
  }

  private record Pending(Envelope push, Consumer<Reply> then, Future<?> timer) {
    /** Version 1 replies name no join, nor do those to a topic that is not joined. */
    boolean isAnsweredBy(Envelope reply) {
      return reply.topic().equals(push.topic())
          && (reply.joinRef().isNull() || reply.joinRef().equals(push.joinRef()));
    }
  }
}
