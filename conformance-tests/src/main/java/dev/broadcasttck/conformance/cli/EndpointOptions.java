package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.probe.Addresses;
import dev.broadcasttck.conformance.probe.InvalidAddress;
import dev.broadcasttck.conformance.target.Supplies;
import dev.broadcasttck.conformance.wire.TransportOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a server is, and how to be let in. */
final class EndpointOptions {
  static final String KEY_VARIABLE = "TCK_APIKEY";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The server to test, such as wss://HOST/realtime/v1. Without it the bundled mock is"
              + " started on a free port.")
  @Nullable String url;

  @Option(
      names = "--apikey",
      paramLabel = "KEY",
      description =
          "The project's key; '-' reads it from standard input, which keeps it out of the list of"
              + " processes. So does the environment variable TCK_APIKEY.")
  @Nullable String apiKey;

  @Option(
      names = "--jwt-secret",
      paramLabel = "SECRET",
      description = "The project's JWT secret, to mint a token of the role anon with.")
  @Nullable String jwtSecret;

  @Option(
      names = "--token",
      paramLabel = "JWT",
      description =
          "A token to be used as the key, or beside --apikey as the bearer of REST requests.")
  @Nullable String token;

  @Mixin final TrustOptions trust = new TrustOptions();

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "Send this header with every request; may be given several times.")
  List<String> headers = new ArrayList<>();

  @Option(
      names = "--node",
      paramLabel = "URL",
      description =
          "Another address of the same server, such as another node behind its balancer: clients"
              + " connect to each in turn. May be given several times.")
  List<String> nodes = new ArrayList<>();

  boolean namesServer() {
    return url != null;
  }

  /** The server that is named, of which nothing else is known. */
  Endpoint endpoint(Surroundings surroundings) {
    Addresses addresses =
        addresses().orElseThrow(() -> Mistake.usage("there is no address: give --url URL"));
    Optional<Secret> bearer = bearer(surroundings.clock());
    Secret key = key(surroundings, bearer);
    try {
      return addresses.endpoint(key, headers(bearer.filter(jwt -> !jwt.equals(key))));
    } catch (InvalidAddress e) {
      throw Mistake.usage("--url: " + e.getMessage());
    }
  }

  /** The other addresses of a server. */
  List<Endpoint> others(Endpoint first) {
    return nodes.stream().map(typed -> node(typed, first)).toList();
  }

  private static Endpoint node(String typed, Endpoint first) {
    try {
      return Addresses.of(bare(typed)).endpoint(first.apiKey(), first.headers());
    } catch (InvalidAddress e) {
      throw Mistake.usage("--node: " + e.getMessage());
    }
  }

  /** What these options say in place of a target file, or add to it. */
  Supplies supplies(Surroundings surroundings) {
    Optional<Secret> bearer = Optional.ofNullable(token).map(jwt -> new Secret(jwt.strip()));
    Optional<Secret> key = Optional.ofNullable(apiKey).map(typed -> key(typed, surroundings));
    return new Supplies(
        addresses(),
        key.or(() -> bearer),
        Optional.ofNullable(jwtSecret).map(Secret::new),
        headers(key.flatMap(both -> bearer)),
        surroundings.environment(),
        Optional.empty(),
        surroundings.clock());
  }

  TransportOptions transport(Map<String, String> environment) {
    return trust.through(ProxyVariable.in(environment));
  }

  /** What of an endpoint must not be shown, what is inside of headers included. */
  List<Secret> secrets(Endpoint endpoint) {
    Stream<String> given =
        Stream.of(endpoint.apiKey().reveal(), jwtSecret, token).flatMap(Stream::ofNullable);
    Stream<String> inHeaders =
        endpoint.headers().values().stream()
            .flatMap(value -> Stream.concat(Stream.of(value), Stream.of(value.split("[ ;]", -1))));
    return Stream.concat(given, inHeaders).map(Secret::new).toList();
  }

  /** The address without what may hold a key. */
  String bareUrl() {
    return bare(String.valueOf(url));
  }

  private static String bare(String typed) {
    return typed.replaceFirst("[?#].*", "");
  }

  boolean holdsSecret() {
    return jwtSecret != null;
  }

  /** These options as they would be typed again, with nothing secret in them. */
  String again() {
    StringBuilder options = new StringBuilder();
    if (url != null) {
      options.append(" --url ").append(bareUrl());
    }
    nodes.forEach(node -> options.append(" --node ").append(bare(node)));
    options.append(trust.again());
    headers().keySet().forEach(name -> options.append(" --header '" + name + ": …'"));
    return options.toString();
  }

  /** What is for somebody else's server: the bundled mock has its own key and one address. */
  void refuseForMock() {
    if (!nodes.isEmpty()) {
      throw Mistake.usage("--node without --url: the bundled mock has one address");
    }
    if (apiKey != null || jwtSecret != null || token != null) {
      throw Mistake.usage("a key without --url: the bundled mock makes its own");
    }
  }

  private Optional<Addresses> addresses() {
    try {
      // What follows the path is the suite's to choose, and may hold a key.
      return Optional.ofNullable(url).map(typed -> Addresses.of(bareUrl()));
    } catch (InvalidAddress e) {
      throw Mistake.usage("--url: " + e.getMessage());
    }
  }

  private static Secret key(String typed, Surroundings surroundings) {
    return new Secret(typed.equals("-") ? firstLine(surroundings.in()) : typed.strip());
  }

  private Secret key(Surroundings surroundings, Optional<Secret> bearer) {
    String typed =
        apiKey == null ? surroundings.environment().getOrDefault(KEY_VARIABLE, "") : apiKey;
    if (!typed.isBlank()) {
      return key(typed, surroundings);
    }
    return bearer.orElseThrow(
        () ->
            Mistake.usage(
                "a server needs a key: give --apikey KEY, or '-' to read it from standard input, or"
                    + " set "
                    + KEY_VARIABLE));
  }

  private Optional<Secret> bearer(Clock clock) {
    if (token != null && jwtSecret != null) {
      throw Mistake.usage("give --token or --jwt-secret, not both");
    }
    return token != null
        ? Optional.of(new Secret(token.strip()))
        : Optional.ofNullable(jwtSecret).map(secret -> MintedKey.anon(secret, clock));
  }

  private static String firstLine(InputStream input) {
    var in = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    try {
      String line = in.readLine();
      if (line == null || line.isBlank()) {
        throw Mistake.usage("--apikey -: standard input holds no key");
      }
      return line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A token that is the key as well goes wherever the key goes, and needs no header of its own. */
  private Map<String, String> headers(Optional<Secret> besideKey) {
    Map<String, String> all = new LinkedHashMap<>();
    besideKey.ifPresent(jwt -> all.put("Authorization", "Bearer " + jwt.reveal()));
    all.putAll(headers());
    return all;
  }

  private Map<String, String> headers() {
    Map<String, String> parsed = new LinkedHashMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw Mistake.usage("--header wants 'NAME: VALUE', and one has no colon after a name");
      }
      parsed.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return parsed;
  }
}
