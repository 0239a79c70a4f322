package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.match.Mismatch;
import dev.broadcasttck.conformance.tape.Happening;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Something that must come from the server.
 *
 * @param words what it is, for a person
 * @param view what is looked at in what came
 * @param pattern what it must be like, given what came
 */
record Expected(
    String words,
    Function<Happening, Optional<JsonNode>> view,
    Function<Happening, JsonPattern> pattern) {

  static Expected of(
      String words, Function<Happening, Optional<JsonNode>> view, JsonPattern pattern) {
    return new Expected(words, view, got -> pattern);
  }

  /** Why what came is not it. */
  Optional<String> mismatch(Happening got) {
    Optional<JsonNode> seen = view.apply(got);
    if (seen.isEmpty()) {
      return Optional.of("another kind of frame: " + View.inWords(got));
    }
    return pattern
        .apply(got)
        .compare(seen.get())
        .map(Mismatch::toString)
        .map(why -> why + ", in the frame " + View.inWords(got));
  }

  Map<String, JsonNode> captures(Happening got) {
    return view.apply(got).map(pattern.apply(got)::captures).orElse(Map.of());
  }
}
