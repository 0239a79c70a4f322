package dev.broadcasttck.capacity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a socket says and hears, as text frames of one framing. */
record Words(String topic, boolean isArray) {
  private static final Pattern SENT_AT = Pattern.compile("\"sent_at\":(\\d+)");
  private static final String CONFIG =
      """
      {"config":{"broadcast":{"self":false,"ack":false},"presence":{"enabled":false},\
      "postgres_changes":[],"private":false}}""";

  String join() {
    return frame(topic, "phx_join", CONFIG);
  }

  String heartbeat() {
    return frame("phoenix", "heartbeat", "{}");
  }

  /** A broadcast that says when it was sent, in milliseconds. */
  String broadcast(long now) {
    return frame(
        topic,
        "broadcast",
        "{\"type\":\"broadcast\",\"event\":\"capacity\",\"payload\":{\"sent_at\":%d}}"
            .formatted(now));
  }

  private String frame(String on, String event, String payload) {
    return isArray
        ? "[\"1\",\"1\",\"%s\",\"%s\",%s]".formatted(on, event, payload)
        : "{\"topic\":\"%s\",\"event\":\"%s\",\"payload\":%s,\"ref\":\"1\",\"join_ref\":\"1\"}"
            .formatted(on, event, payload);
  }

  /** How long a broadcast was under way; negative for any other message. */
  static long latency(String message, long arrivedAt) {
    Matcher sentAt = SENT_AT.matcher(message);
    return sentAt.find() ? Math.max(0, arrivedAt - Long.parseLong(sentAt.group(1))) : -1;
  }
}
