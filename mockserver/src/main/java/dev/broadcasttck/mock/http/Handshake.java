package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.token.Flaw;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.wire.Manner;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a request to open a socket. */
public sealed interface Handshake {
  /**
   * The socket opens.
   *
   * @param manner how the answer that says so gets onto the wire
   */
  record Accepted(ProtocolVersion version, Token.Valid key, Project project, Manner manner)
      implements Handshake {
    public Accepted(ProtocolVersion version, Token.Valid key, Project project) {
      this(version, key, project, Manner.PLAIN);
    }

    public Accepted in(Manner other) {
      return new Accepted(version, key, project, other);
    }
  }

  /**
   * The socket stays closed.
   *
   * @param isSlow whether a server may take its time for the answer
   */
  record Refused(Answer answer, boolean isSlow) implements Handshake {}

  /** Whether a request is for a path under which sockets are opened. */
  static boolean isFor(Request request) {
    return request.method().equals("GET")
        && Path.of(request.path()).filter(Path::isSocket).isPresent();
  }

  /**
   * The framing is looked at before the project, and that before the key.
   *
   * @param project empty where the host names none that there is
   */
  static Handshake judge(Request request, Optional<Project> project) {
    String connection = request.header("connection").orElse("");
    if (!connection.toLowerCase(Locale.ROOT).contains("upgrade")) {
      return new Refused(noUpgrade(connection), false);
    }
    return version(request)
        .map(version -> judge(request, version, project))
        .orElseGet(() -> new Refused(Answer.empty(403), false));
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

  private static Handshake judge(
      Request request, ProtocolVersion version, Optional<Project> project) {
    return project
        .map(known -> judge(request, version, known))
        .orElseGet(() -> refused(404, "Tenant not found"));
  }

  private static Handshake judge(Request request, ProtocolVersion version, Project project) {
    if (project.settings().suspended()) {
      return refused(403, "Realtime was disabled for this tenant");
    }
    Optional<String> key = request.header("x-api-key").or(() -> request.parameter("apikey"));
    if (key.isEmpty()) {
      return refused(401, "API key is missing");
    }
    Token token = project.tokens().examine(key.get());
    return token instanceof Token.Valid valid
        ? crowded(project).orElseGet(() -> new Accepted(version, valid, project))
        : refused(((Token.Invalid) token).flaw());
  }

  private static Optional<Handshake> crowded(Project project) {
    if (project.hasTooManyJoins()) {
      return Optional.of(refused(429, "Too many joins per second"));
    }
    return project.isFull()
        ? Optional.of(refused(429, "Too many connected users"))
        : Optional.empty();
  }

  private static Handshake refused(Flaw flaw) {
    return refused(flaw == Flaw.EXPIRY_NOT_A_NUMBER ? 500 : 401, flaw.text());
  }

  private static Handshake refused(int status, String error) {
    return new Refused(Answer.json(status, Json.object().put("error", error)), true);
  }
}
