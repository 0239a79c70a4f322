package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.token.Flaw;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.token.TokenOffice;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a request to open a socket. */
public sealed interface Handshake {
  /** The socket opens. */
  record Accepted(ProtocolVersion version, Token.Valid key) implements Handshake {}

  /** The socket stays closed. */
  record Refused(Answer answer) implements Handshake {}

  /** Whether the path is one under which sockets are opened. */
  static boolean isFor(Request request) {
    return request.method().equals("GET")
        && Path.of(request.path()).filter(Path::isSocket).isPresent();
  }

  /** The framing is looked at before the key. */
  static Handshake judge(Request request, TokenOffice tokens) {
    String connection = request.header("connection").orElse("");
    if (!connection.toLowerCase(Locale.ROOT).contains("upgrade")) {
      return new Refused(noUpgrade(connection));
    }
    return version(request)
        .map(version -> judge(request, version, tokens))
        .orElseGet(() -> new Refused(Answer.empty(403)));
  }

  private static Answer noUpgrade(String connection) {
    String text = "'connection' header must contain 'upgrade', got [\"" + connection + "\"]";
    return Answer.empty(400).withBody(text);
  }

  private static Optional<ProtocolVersion> version(Request request) {
    String vsn = request.parameter("vsn").orElse(ProtocolVersion.V1.vsn());
    if (vsn.matches("1\\.0\\.\\d+")) {
      return Optional.of(ProtocolVersion.V1);
    }
    return vsn.matches("2\\.0\\.\\d+") ? Optional.of(ProtocolVersion.V2) : Optional.empty();
  }

  private static Handshake judge(Request request, ProtocolVersion version, TokenOffice tokens) {
    Optional<String> key = request.header("x-api-key").or(() -> request.parameter("apikey"));
    if (key.isEmpty()) {
      return refused(401, "API key is missing");
    }
    Token token = tokens.examine(key.get());
    return token instanceof Token.Valid valid
        ? new Accepted(version, valid)
        : refused(((Token.Invalid) token).flaw());
  }

  private static Handshake refused(Flaw flaw) {
    return refused(flaw == Flaw.EXPIRY_NOT_A_NUMBER ? 500 : 401, flaw.text());
  }

  private static Handshake refused(int status, String error) {
    return new Refused(Answer.json(status, Json.object().put("error", error)));
  }
}
