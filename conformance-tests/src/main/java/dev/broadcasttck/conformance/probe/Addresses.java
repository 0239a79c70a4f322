package dev.broadcasttck.conformance.probe;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/**
 * Where the two doors of a server are.
 *
 * @param socket of the WebSocket, without a query
 * @param broadcast of the REST batch
 */
public record Addresses(URI socket, URI broadcast) {
  private static final String HOSTED = "/realtime/v1";
  private static final String SOCKET = "/websocket";
  private static final String BATCH = "/api/broadcast";
  private static final String BARE = "/socket";

  /**
   * Reads what a user types: the project's address, the path of its Realtime service, or either
   * door in full. A query is dropped, for key and version are the suite's to choose.
   *
   * @throws InvalidAddress if no server can be at such an address
   */
  public static Addresses of(String typed) {
    URI uri = parsed(typed.strip());
    boolean tls = isTls(uri, typed);
    String base = base(uri.getRawPath());
    String rest = base.endsWith(BARE) ? base.substring(0, base.length() - BARE.length()) : base;
    String place = "://" + uri.getRawAuthority();
    return new Addresses(
        URI.create((tls ? "wss" : "ws") + place + base + SOCKET),
        URI.create((tls ? "https" : "http") + place + rest + BATCH));
  }

  /**
   * The server at these addresses, for somebody with a key.
   *
   * @throws InvalidAddress if the key holds what no header can hold
   */
  public Endpoint endpoint(Secret apiKey, Map<String, String> headers) {
    if (!apiKey.reveal().chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
      throw new InvalidAddress("the key holds a space or a letter that no key has; copy it again");
    }
    return new Endpoint(socket, broadcast, apiKey, headers);
  }

  private static URI parsed(String typed) {
    try {
      URI uri = new URI(typed);
      if (uri.getHost() == null) {
        throw new InvalidAddress(
            "\"" + typed + "\" names no host; write it like wss://HOST" + HOSTED);
      }
      if (uri.getRawUserInfo() != null) {
        throw new InvalidAddress("the address holds a user name; give the key with --apikey");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new InvalidAddress(
          "\"" + typed + "\" is no address; write it like wss://HOST" + HOSTED);
    }
  }

  private static boolean isTls(URI uri, String typed) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "wss", "https" -> true;
      case "ws", "http" -> false;
      default ->
          throw new InvalidAddress(
              "\"" + typed + "\" begins with none of wss://, https://, ws:// and http://");
    };
  }

  /** The path that both doors' paths begin with, but for the bare server's. */
  private static String base(String path) {
    String base = path.replaceAll("/+$", "");
    if (base.endsWith(SOCKET)) {
      return base.substring(0, base.length() - SOCKET.length());
    }
    if (base.endsWith(BATCH)) {
      String rest = base.substring(0, base.length() - BATCH.length());
      return rest.isEmpty() ? BARE : rest;
    }
    return base.isEmpty() ? HOSTED : base;
  }
}
