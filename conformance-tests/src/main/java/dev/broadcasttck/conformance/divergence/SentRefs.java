package dev.broadcasttck.conformance.divergence;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the references on one socket stand for: {@code broadcast 2} is the second broadcast that was
 * sent on its topic. So it does not matter how anybody counts.
 */
final class SentRefs {
  private final Map<String, String> answered = new HashMap<>();
  private final Map<String, String> joins = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> aside = new HashSet<>();

  void sent(Envelope envelope) {
    String push = envelope.topic() + " " + envelope.event();
    String name = envelope.event() + " " + counts.merge(push, 1, Integer::sum);
    answered.put(key(envelope.topic(), envelope.ref()), name);
    if (envelope.event().equals("phx_join")) {
      joins.put(key(envelope.topic(), envelope.joinRef()), name);
    }
  }

  /** Notes a push that is nobody's business; so is the answer to it. */
  void sentAside(Envelope envelope) {
    aside.add(key(envelope.topic(), envelope.ref()));
  }

  boolean isAside(Envelope envelope) {
    return aside.contains(key(envelope.topic(), envelope.ref()));
  }

  /** Names what a {@code ref} of the server answers. */
  String ref(Envelope envelope) {
    return answered.getOrDefault(
        key(envelope.topic(), envelope.ref()), joinRef(envelope.ref(), envelope));
  }

  /** Names the join that a {@code join_ref} of the server means. */
  String joinRef(Envelope envelope) {
    return joinRef(envelope.joinRef(), envelope);
  }

  private String joinRef(JsonNode ref, Envelope envelope) {
    return joins.getOrDefault(key(envelope.topic(), ref), ref.toString());
  }

  /** A number and a string are two references. */
  private static String key(String topic, JsonNode ref) {
    return topic + " " + ref;
  }
}
