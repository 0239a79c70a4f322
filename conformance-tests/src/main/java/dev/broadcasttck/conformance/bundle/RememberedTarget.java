package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.report.Redaction;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A target as its fingerprint remembers it. Nobody can be reached there, and its secrets are what
 * stands for secrets in the traces.
 */
record RememberedTarget(JsonNode node) implements Target {
  private static final Secret SECRET = new Secret(Redaction.PLACEHOLDER);

  /**
   * Reads a fingerprint.
   *
   * @throws Refusal if it says of no address where the target is
   */
  static RememberedTarget read(JsonNode node) {
    RememberedTarget target = new RememberedTarget(node);
    try {
      node.path("endpoints").propertyNames().forEach(it -> target.premises(Optional.of(it)));
      if (target.premises(Optional.empty()).isPresent()) {
        return target;
      }
    } catch (IllegalArgumentException noAddress) {
      throw new Refusal(Bundler.TARGET + " has an address that is none");
    }
    throw new Refusal(Bundler.TARGET + " does not say where the target is");
  }

  String name() {
    return node.path("name").asString("");
  }

  Quota quota() {
    JsonNode quota = node.path("quota");
    return new Quota(
        quota.path("sockets").asInt(0),
        quota.path("joinsPerSecond").asInt(0),
        quota.path("eventsPerSecond").asInt(0),
        quota.path("payloadKilobytes").asInt(0));
  }

  Rigour rigour() {
    JsonNode rigour = node.path("rigour");
    return new Rigour(
        rigour.path("repetitions").asInt(0), Duration.ofMillis(rigour.path("drainMs").asLong(0)));
  }

  @Override
  public Set<String> capabilities() {
    return node.path("capabilities")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Premises> premises(Optional<String> purpose) {
    return purpose
        .map(node.path("endpoints")::path)
        .orElseGet(() -> node.path("endpoint"))
        .asOptional()
        .map(RememberedTarget::premises);
  }

  private static Premises premises(JsonNode written) {
    return new Premises(
        endpoint(written),
        written.path("mintsTokens").asBoolean(false) ? Optional.of(SECRET) : Optional.empty(),
        written.path("nodes").valueStream().map(RememberedTarget::endpoint).toList());
  }

  private static Endpoint endpoint(JsonNode written) {
    Map<String, String> headers = new LinkedHashMap<>();
    written.path("headers").forEach(name -> headers.put(name.asString(), Redaction.PLACEHOLDER));
    return new Endpoint(
        URI.create(written.path("socket").asString()),
        URI.create(written.path("broadcast").asString()),
        SECRET,
        headers);
  }

  @Override
  public Optional<String> topic(String right, String nonce) {
    return node.path("topics")
        .optional(right)
        .map(name -> name.asString().replace(Fingerprint.NONCE, nonce));
  }

  @Override
  public List<JsonNode> background() {
    return node.path("background").valueStream().toList();
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Optional<StageHand> stageHand() {
    return node.path("stageHand").asBoolean(false) ? Optional.of(new Absent()) : Optional.empty();
  }

  /** What somebody did at the target can be seen in the trace, and is not done again. */
  private record Absent() implements StageHand {
    @Override
    public void shutdown() {}

    @Override
    public void disconnectAll() {}

    @Override
    public void sendAsDatabase(String topic, String event, JsonNode payload, boolean isPrivate) {}

    @Override
    public void advance(Duration time) {}
  }
}
