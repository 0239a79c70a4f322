package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.MuteDriver.Wish;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.SendCalled;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Holds what the suite's own clients sent against what the script told them: they join what they
 * are to join, as they are to, and broadcast only what they are told, once each time.
 *
 * @param wishes what they were told to join
 * @param told how often each broadcast was asked for, less how often it went out
 */
record Obedience(Set<Wish> wishes, Map<Broadcast, Integer> told) {
  private static final String PREFIX = "realtime:";

  /** What an actor was told to say; its payload as text, in which equal numbers are alike. */
  private record Broadcast(String actor, String event, String payload) {}

  /** The first frame that nobody asked for. */
  static Optional<Entry> breach(List<Entry> entries, Set<Wish> wishes) {
    Obedience obedience = new Obedience(wishes, new HashMap<>());
    return entries.stream().filter(entry -> !obedience.isAskedFor(entry)).findFirst();
  }

  private boolean isAskedFor(Entry entry) {
    if (entry.what() instanceof SendCalled call) {
      told.merge(broadcast(entry.actor(), call.event(), call.payload()), 1, Integer::sum);
    } else if (entry.what() instanceof FrameSent sent
        && sent.frame().reading() instanceof Reading.Message message) {
      return isAskedFor(entry.actor(), message.envelope());
    }
    return true;
  }

  private boolean isAskedFor(String actor, Envelope envelope) {
    JsonNode payload = envelope.payload();
    return switch (envelope.event()) {
      case "phx_join" -> wishes.contains(wish(envelope));
      case "broadcast" ->
          told.merge(
                  broadcast(actor, payload.path("event").asString(""), payload.path("payload")),
                  -1,
                  Integer::sum)
              >= 0;
      default -> true;
    };
  }

  private static Wish wish(Envelope join) {
    JsonNode config = join.payload().path("config");
    JsonNode broadcast = config.path("broadcast");
    return new Wish(
        join.topic().replaceFirst("^" + PREFIX, ""),
        new ChannelOptions(
            broadcast.path("self").asBoolean(false),
            broadcast.path("ack").asBoolean(false),
            config.path("private").asBoolean(false)));
  }

  private static Broadcast broadcast(String actor, String event, JsonNode payload) {
    return new Broadcast(actor, event, Json.write(Bytes.marked(payload)));
  }
}
