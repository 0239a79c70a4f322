package dev.broadcasttck.mock.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.mock.recording.Event.Connect;
import dev.broadcasttck.mock.recording.Event.Request;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What the client's requests look like on the wire. */
final class HttpText {
  /** The key of RFC 6455, section 1.3, whose only right answer stands there too. */
  private static final Map<String, String> UPGRADE =
      Map.of(
          "connection", "Upgrade",
          "upgrade", "websocket",
          "sec-websocket-version", "13",
          "sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");

  private static final String BYTES = "hex:";

  private HttpText() {}

  static byte[] of(Connect connect, TokenMint tokens) {
    Map<String, String> headers = new TreeMap<>(UPGRADE);
    headers.putAll(connect.headers());
    return head("GET", connect.target(), headers, tokens).getBytes(UTF_8);
  }

  static byte[] of(Request request, TokenMint tokens) {
    byte[] body = request.body().map(text -> body(tokens.fill(text))).orElse(new byte[0]);
    Map<String, String> headers = new TreeMap<>(Map.of("connection", "keep-alive"));
    headers.putAll(request.headers());
    request.body().ifPresent(text -> headers.put("content-length", String.valueOf(body.length)));
    byte[] head = head(request.method(), request.target(), headers, tokens).getBytes(UTF_8);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static byte[] body(String text) {
    return text.startsWith(BYTES)
        ? HexFormat.of().parseHex(text.substring(BYTES.length()))
        : text.getBytes(UTF_8);
  }

  private static String head(
      String method, String target, Map<String, String> headers, TokenMint tokens) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return tokens.fill(head.append("\r\n").toString());
  }
}
