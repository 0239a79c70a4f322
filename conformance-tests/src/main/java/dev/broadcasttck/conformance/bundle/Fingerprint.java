package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.scenario.Scenario;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What identifies a target, and all that the judge asks of it: nothing secret. */
final class Fingerprint {
  /** What a topic's name has in the place of the nonce. */
  static final String NONCE = "{nonce}";

  private Fingerprint() {}

  static ObjectNode of(
      String name,
      Target target,
      Quota quota,
      Rigour rigour,
      Corpus corpus,
      Set<String> serversSaid) {
    ObjectNode node = Json.object().put("name", name);
    target.premises(Optional.empty()).ifPresent(it -> node.set("endpoint", premises(it)));
    serversSaid.forEach(node.putArray("server")::add);
    new TreeSet<>(target.capabilities()).forEach(node.putArray("capabilities")::add);
    target.background().forEach(node.putArray("background")::add);
    ObjectNode prepared = node.putObject("endpoints");
    for (String purpose : purposes(corpus)) {
      target.premises(Optional.of(purpose)).ifPresent(it -> prepared.set(purpose, premises(it)));
    }
    ObjectNode topics = node.putObject("topics");
    for (String right : rights(corpus)) {
      target.topic(right, NONCE).ifPresent(it -> topics.put(right, it));
    }
    node.put("stageHand", target.stageHand().isPresent());
    node.putObject("quota")
        .put("sockets", quota.sockets())
        .put("joinsPerSecond", quota.joinsPerSecond())
        .put("eventsPerSecond", quota.eventsPerSecond())
        .put("payloadKilobytes", quota.payloadKilobytes());
    node.putObject("rigour")
        .put("repetitions", rigour.repetitions())
        .put("drainMs", rigour.drain().toMillis());
    return node;
  }

  private static Set<String> purposes(Corpus corpus) {
    return corpus.scenarios().stream()
        .map(Scenario::endpoint)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rights(Corpus corpus) {
    return corpus.scenarios().stream()
        .flatMap(scenario -> scenario.steps().stream())
        .flatMap(step -> step.arguments().findValuesAsString("$topic").stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ObjectNode premises(Premises premises) {
    ObjectNode node = endpoint(premises.endpoint());
    node.put("mintsTokens", premises.jwtSecret().isPresent());
    premises.otherNodes().forEach(it -> node.withArray("nodes").add(endpoint(it)));
    return node;
  }

  private static ObjectNode endpoint(Endpoint endpoint) {
    ObjectNode node =
        Json.object()
            .put("socket", bare(endpoint.socket()))
            .put("broadcast", bare(endpoint.broadcast()));
    endpoint.headers().keySet().forEach(node.putArray("headers")::add);
    return node;
  }

  /** Without the places where an address can hold a secret. */
  private static String bare(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
  }
}
