package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Head;
import dev.broadcasttck.mock.recording.Event.Receive;
import dev.broadcasttck.mock.recording.Event.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Finds where an answer is not the recorded one, before any normaliser has its say. */
final class Differences {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Differences() {}

  static List<Difference> between(Answer recorded, Answer received) {
    if (recorded instanceof Response one && received instanceof Response other) {
      return betweenResponses(one, other);
    }
    if (recorded instanceof Receive one && received instanceof Receive other) {
      return betweenFrames(one.frame(), other.frame());
    }
    if (recorded instanceof Head head && received instanceof Response response) {
      return literally("status", head.line().split(" ", 3)[1], String.valueOf(response.status()));
    }
    return recorded.equals(received)
        ? List.of()
        : List.of(new Difference("answer", Show.briefly(recorded), Show.briefly(received)));
  }

  private static List<Difference> betweenFrames(Frame recorded, Frame received) {
    if (recorded.kind() != received.kind()) {
      return List.of(
          new Difference("kind of frame", recorded.kind().name(), received.kind().name()));
    }
    if (Cut.isCut(recorded)) {
      return betweenCut(Cut.of(recorded), received);
    }
    return recorded.kind() == Frame.Kind.TEXT
        ? betweenTexts(recorded.content(), received.content())
        : literally("content", recorded.content(), received.content());
  }

  private static List<Difference> betweenCut(Cut cut, Frame received) {
    String text = received.content();
    if (cut.fits(text)) {
      return List.of();
    }
    String shown = text.substring(0, Math.min(cut.beginning().length(), text.length()));
    boolean isInOrder = json(text).filter(t -> !cut.fits(PayloadOrder.sorted(t))).isPresent();
    return List.of(
        isInOrder
            ? new Difference(
                "beginning and length", cut.toString(), shown + "… " + text.length() + " chars")
            : new Difference("order of the keys at /payload", cut.beginning(), shown));
  }

  private static List<Difference> betweenResponses(Response recorded, Response received) {
    List<Difference> found = new ArrayList<>();
    found.addAll(
        literally("status", String.valueOf(recorded.status()), String.valueOf(received.status())));
    found.addAll(betweenHeaders(recorded.headers(), received.headers()));
    found.addAll(betweenTexts(recorded.body(), received.body()));
    return found;
  }

  private static List<Difference> betweenHeaders(
      Map<String, String> recorded, Map<String, String> received) {
    Set<String> names = new TreeSet<>(recorded.keySet());
    names.addAll(received.keySet());
    List<Difference> found = new ArrayList<>();
    for (String name : names) {
      found.addAll(
          literally(
              "header " + name,
              recorded.getOrDefault(name, Show.ABSENT),
              received.getOrDefault(name, Show.ABSENT)));
    }
    return found;
  }

  /** As JSON where both are, else to the letter: some frames are no JSON, on purpose. */
  private static List<Difference> betweenTexts(String recorded, String received) {
    if (recorded.equals(received)) {
      return List.of();
    }
    Optional<JsonNode> one = json(recorded);
    Optional<JsonNode> other = json(received);
    if (one.isEmpty() || other.isEmpty()) {
      return literally("content", recorded, received);
    }
    List<Difference> found = JsonDifferences.between(one.get(), other.get());
    return found.isEmpty() ? literally("spelling of the JSON", recorded, received) : found;
  }

  private static List<Difference> literally(String where, String recorded, String received) {
    return recorded.equals(received)
        ? List.of()
        : List.of(new Difference(where, recorded, received));
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
