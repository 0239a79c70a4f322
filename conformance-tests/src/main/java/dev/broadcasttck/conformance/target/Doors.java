package dev.broadcasttck.conformance.target;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.probe.Addresses;
import dev.broadcasttck.conformance.probe.InvalidAddress;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.YamlDocument;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The endpoints of a target file: addresses, keys and headers, put together from what is written,
 * what is supplied, and what is inherited from the main endpoint.
 *
 * @param folder which relative paths begin at
 */
record Doors(YamlDocument document, Path folder, Supplies supplies, Problems problems) {
  private static final String KEY_VARIABLE = "TCK_APIKEY";

  /** The main endpoint, or empty where there is a problem with it. */
  Optional<Premises> main() {
    Optional<Addresses> addresses = supplies.addresses().or(() -> addresses("", document.root()));
    Optional<Secret> key = supplies.apiKey().or(() -> mainKey());
    Optional<Secret> jwtSecret = supplies.jwtSecret().or(() -> secret("/jwt-secret"));
    Map<String, String> headers = headers("");
    headers.putAll(supplies.headers());
    if (addresses.isEmpty() && problems.count() == 0) {
      problems.add(document.at(""), "there is no address: write `url`, or give --url");
    }
    return addresses.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : premises("", addresses.get(), key.get(), jwtSecret, headers);
  }

  /** An endpoint prepared for one purpose, or empty where there is a problem with it. */
  Optional<Premises> prepared(String purpose, Premises main) {
    String pointer = YamlDocument.member("/endpoints", purpose);
    Endpoint like = main.endpoint();
    Map<String, String> headers = new LinkedHashMap<>(like.headers());
    headers.putAll(headers(pointer));
    return premises(
        pointer,
        addresses(pointer, document.root().at(pointer))
            .orElseGet(() -> new Addresses(like.socket(), like.broadcast())),
        secret(pointer + "/apikey").orElse(like.apiKey()),
        secret(pointer + "/jwt-secret").or(main::jwtSecret),
        headers);
  }

  /** Who tells the target what no client can, where the file says how. */
  Optional<AdminHand> admin() {
    return new Row(document.root().path("admin"))
        .text("url")
        .map(
            url ->
                new AdminHand(
                    URI.create(url),
                    secret("/admin/token"),
                    document.at("/admin"),
                    supplies.clock()));
  }

  private Optional<Premises> premises(
      String pointer,
      Addresses addresses,
      Secret key,
      Optional<Secret> jwtSecret,
      Map<String, String> headers) {
    try {
      return Optional.of(new Premises(addresses.endpoint(key, headers), jwtSecret));
    } catch (InvalidAddress e) {
      problems.add(document.at(pointer + "/apikey"), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Addresses> addresses(String pointer, JsonNode node) {
    Row row = new Row(node);
    Optional<String> first =
        row.text("url").or(() -> row.text("socket")).or(() -> row.text("rest"));
    try {
      return first
          .map(Addresses::of)
          .map(
              told ->
                  new Addresses(
                      row.text("socket").map(URI::create).orElse(told.socket()),
                      row.text("rest").map(URI::create).orElse(told.broadcast())));
    } catch (IllegalArgumentException e) {
      problems.add(document.at(pointer + "/url"), "this is no address: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Secret> mainKey() {
    if (document.root().has("apikey")) {
      return secret("/apikey");
    }
    String fallback = supplies.environment().getOrDefault(KEY_VARIABLE, "").strip();
    if (fallback.isEmpty()) {
      problems.add(
          document.at(""),
          "there is no key: write `apikey`, give --apikey, or set " + KEY_VARIABLE);
    }
    return fallback.isEmpty() ? Optional.empty() : Optional.of(new Secret(fallback));
  }

  private Map<String, String> headers(String pointer) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header :
        document.root().at(pointer + "/headers").properties()) {
      if (header.getValue().isString()) {
        headers.put(header.getKey(), header.getValue().stringValue());
      } else {
        secret(YamlDocument.member(pointer + "/headers", header.getKey()))
            .ifPresent(value -> headers.put(header.getKey(), value.reveal()));
      }
    }
    return headers;
  }

  private Optional<Secret> secret(String pointer) {
    JsonNode node = document.root().at(pointer);
    return node.isMissingNode()
        ? Optional.empty()
        : new SecretReference(node, document.at(pointer))
            .look(supplies.environment(), folder, problems);
  }
}
