package dev.broadcasttck.conformance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.net.URLEncoder;
import java.util.Map;

/**
 * The request that asks for a socket.
 *
 * @param url with its query
 * @param headers besides those that make it an upgrade
 */
record Upgrade(String url, Map<String, String> headers) {
  /** As the protocol's users ask: with the key and the version in the query. */
  static Upgrade to(Endpoint endpoint, ProtocolVersion vsn) {
    String key = URLEncoder.encode(endpoint.apiKey().reveal(), UTF_8);
    String url = endpoint.socket() + "?apikey=" + key + "&vsn=" + vsn.vsn();
    return new Upgrade(url, endpoint.headers());
  }
}
