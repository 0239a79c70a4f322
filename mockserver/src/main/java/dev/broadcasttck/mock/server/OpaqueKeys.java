package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.http.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys of the newer, opaque kind, which a gateway replaces by the token that they stand for: as the
 * query's {@code apikey}, as the header of that name, and as a Bearer token.
 */
final class OpaqueKeys {
  private static final String PREFIX = "sb_publishable_";
  private static final String BEARER = "Bearer ";

  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /** A new key for a token. */
  String issue(String token) {
    String key = PREFIX + "tck" + (tokens.size() + 1) + "_" + Integer.toHexString(token.hashCode());
    tokens.put(key, token);
    return key;
  }

  Request resolve(Request request) {
    if (tokens.isEmpty()) {
      return request;
    }
    Map<String, String> query = new HashMap<>(request.query());
    query.computeIfPresent("apikey", (name, key) -> tokens.getOrDefault(key, key));
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.computeIfPresent("apikey", (name, key) -> tokens.getOrDefault(key, key));
    headers.computeIfPresent("authorization", (name, value) -> bearer(value));
    return new Request(request.method(), request.path(), query, headers, request.body());
  }

  private String bearer(String value) {
    return value.startsWith(BEARER)
        ? BEARER
            + tokens.getOrDefault(
                value.substring(BEARER.length()), value.substring(BEARER.length()))
        : value;
  }
}
