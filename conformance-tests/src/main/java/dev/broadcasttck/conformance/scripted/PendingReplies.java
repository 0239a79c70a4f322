package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.spec.protocol.Envelope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The pushes of one socket that wait for their replies, each for a limited time. */
final class PendingReplies {
  private final Loop loop;
  private final Map<JsonNode, Pending> byRef = new LinkedHashMap<>();

  PendingReplies(Loop loop) {
    this.loop = loop;
  }

  void add(Envelope push, Duration limit, Consumer<Reply> then) {
    JsonNode ref = push.ref();
    Future<?> timer = loop.after(limit, () -> settle(ref, Reply.TIMED_OUT));
    byRef.put(ref, new Pending(push, then, timer));
  }

  /** Settles the push that the reply answers; a late, repeated or foreign one answers none. */
  void replied(Envelope reply) {
    Pending pending = byRef.get(reply.ref());
    if (pending != null && pending.isAnsweredBy(reply)) {
      settle(reply.ref(), Reply.of(reply.payload()));
    }
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

  private record Pending(Envelope push, Consumer<Reply> then, Future<?> timer) {
    /** Version 1 replies name no join, nor do those to a topic that is not joined. */
    boolean isAnsweredBy(Envelope reply) {
      return reply.topic().equals(push.topic())
          && (reply.joinRef().isNull() || reply.joinRef().equals(push.joinRef()));
    }
  }
}
