package dev.broadcasttck.conformance.cli;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment variable that names a proxy to go through to servers. */
final class ProxyVariable {
  private ProxyVariable() {}

  static Optional<URI> in(Map<String, String> environment) {
    return Stream.of("HTTPS_PROXY", "https_proxy")
        .flatMap(name -> Stream.ofNullable(environment.get(name)))
        .filter(value -> !value.isBlank())
        .findFirst()
        .map(ProxyVariable::address);
  }

  private static URI address(String typed) {
    try {
      URI proxy = URI.create(typed.contains("://") ? typed : "http://" + typed);
      if (proxy.getHost() != null) {
        return proxy;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like an address without a host; its text may hold a password.
    }
    throw Mistake.usage("HTTPS_PROXY is no address; write it like http://proxy.example:3128");
  }
}
