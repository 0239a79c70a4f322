package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Holds what the suite's own clients said against the wire: whoever hears a broadcast has got a
 * frame with it, and whoever is subscribed has asked and was let in.
 */
final class Hearsay {

  /** A broadcast for an actor. */
  private record Message(String actor, String event, JsonNode payload) {}

  /** What a listener heard, over and over. */
  private record Heard(String channel, String listener, Message message) {}

  /** A join on a socket. */
  private record Join(String socket, JsonNode ref) {}

  private final Map<Message, Integer> got = new HashMap<>();
  private final Map<Heard, Integer> heard = new HashMap<>();
  private final Set<Join> asked = new HashSet<>();
  private final Map<String, Integer> letIn = new HashMap<>();
  private final Map<String, Integer> subscribed = new HashMap<>();

  private Hearsay() {}

  /** The first that was said without a reason on the wire. */
  static Optional<Entry> in(List<Entry> entries) {
    Hearsay hearsay = new Hearsay();
    return entries.stream().filter(entry -> !hearsay.isBorneOut(entry)).findFirst();
  }

  private boolean isBorneOut(Entry entry) {
    String actor = entry.actor();
    if (entry.what() instanceof FrameSent sent) {
      envelope(sent.frame())
          .filter(it -> it.event().equals("phx_join"))
          .ifPresent(it -> asked.add(new Join(sent.socket(), it.ref())));
    } else if (entry.what() instanceof FrameReceived received) {
      envelope(received.frame()).ifPresent(it -> came(actor, received.socket(), it));
    } else if (entry.what() instanceof MessageHeard it) {
      Message message = new Message(actor, it.event(), it.payload());
      int times = heard.merge(new Heard(it.channel(), it.listener(), message), 1, Integer::sum);
      return times <= got.getOrDefault(message, 0);
    } else if (entry.what() instanceof StatusSaid said && said.status().equals("SUBSCRIBED")) {
      return subscribed.merge(actor, 1, Integer::sum) <= letIn.getOrDefault(actor, 0);
    }
    return true;
  }

  private void came(String actor, String socket, Envelope envelope) {
    JsonNode payload = envelope.payload();
    if (envelope.event().equals("broadcast")) {
      String event = payload.path("event").asString("");
      got.merge(new Message(actor, event, payload.path("payload")), 1, Integer::sum);
    } else if (envelope.event().equals("phx_reply")
        && payload.path("status").asString("").equals("ok")
        && asked.remove(new Join(socket, envelope.ref()))) {
      letIn.merge(actor, 1, Integer::sum);
    }
  }

  private static Optional<Envelope> envelope(Frame frame) {
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }
}
