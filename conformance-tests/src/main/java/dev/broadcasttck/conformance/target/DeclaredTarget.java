package dev.broadcasttck.conformance.target;

import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.endpoint.Target;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A target as its file describes it, with everything that it takes to reach it.
 *
 * @param name what reports call it
 * @param main the endpoint that most is played at
 * @param prepared the endpoints prepared for one purpose, by its name
 * @param topics how topics are named, by right
 */
public record DeclaredTarget(
    String name,
    Premises main,
    Map<String, Premises> prepared,
    Set<String> capabilities,
    List<JsonNode> background,
    Map<String, String> topics,
    Quota quota,
    Optional<StageHand> stageHand,
    Clock clock)
    implements Target {

  @Override
  public Optional<Premises> premises(Optional<String> purpose) {
    return purpose.isEmpty() ? Optional.of(main) : purpose.map(prepared::get);
  }

  @Override
  public Optional<String> topic(String right, String nonce) {
    return Optional.ofNullable(topics.get(right)).map(name -> name.replace("{nonce}", nonce));
  }

  /** What must not be shown of it: keys, secrets, and what its headers say. */
  public List<Secret> secrets() {
    return Stream.concat(Stream.of(main), prepared.values().stream())
        .flatMap(DeclaredTarget::secrets)
        .distinct()
        .toList();
  }

  private static Stream<Secret> secrets(Premises premises) {
    Stream<Secret> keys =
        Stream.concat(Stream.of(premises.endpoint().apiKey()), premises.jwtSecret().stream());
    Stream<String> headers =
        premises.endpoint().headers().entrySet().stream()
            .filter(header -> !header.getKey().equalsIgnoreCase("Host"))
            .map(Map.Entry::getValue);
    Stream<String> words =
        headers.flatMap(v -> Stream.concat(Stream.of(v), Stream.of(v.split("[ ;]", -1))));
    return Stream.concat(keys, words.map(Secret::new));
  }
}
