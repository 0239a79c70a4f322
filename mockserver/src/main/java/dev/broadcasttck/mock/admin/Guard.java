package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets those through who may ask: with a token whoever has it, without one whoever is on this
 * machine and is no page of another site.
 */
public record Guard(Optional<String> token) {
  private static final String BEARER = "Bearer ";
  private static final Pattern HERE =
      Pattern.compile("((.+\\.)?localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

  /**
   * Returns where nobody can come who should not.
   *
   * @param host where it is listened on
   * @param what is listening, in words
   * @throws IllegalStateException where others can come there, and no token is demanded of them
   */
  public void demandTokenBeyond(InetAddress host, String what) {
    if (!host.isLoopbackAddress() && token.isEmpty()) {
      throw new IllegalStateException(
          "others can come to %s: build %s with admin(token)"
              .formatted(host.getHostAddress(), what));
    }
  }

  /**
   * Returns where the request may be served.
   *
   * @throws Refusal otherwise
   */
  void examine(Request request) {
    if (token.isPresent()) {
      demand(token.get(), request);
    } else {
      keepOutOthers(request);
    }
  }

  /** What is answered in place of a request's own answer; empty where it may be served. */
  public Optional<Answer> objection(Request request) {
    try {
      examine(request);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.answer());
    }
  }

  /** What whoever comes is told where others can come, and nobody has named a token. */
  public static Answer closed() {
    return new Refusal(
            Refusal.FOREIGN,
            "others can come to this address, so this is closed: build the mock with admin(token)")
        .answer();
  }

  /** Of whoever only fetches the page, which holds nothing by itself, no token is demanded. */
  void examineLooker(Request request) {
    if (token.isEmpty()) {
      keepOutOthers(request);
    }
  }

  private static void demand(String token, Request request) {
    Optional<String> shown =
        request
            .header("authorization")
            .filter(value -> value.startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()))
            .or(() -> request.parameter("token"));
    if (shown.filter(it -> isSame(it, token)).isEmpty()) {
      throw new Refusal(
          Refusal.NO_TOKEN,
          shown.isPresent()
              ? "the admin token is wrong"
              : "the admin token is missing: send Authorization: Bearer TOKEN, or ?token=TOKEN");
    }
  }

  /** In a time that says nothing about how much of it is right. */
  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** A page of another site can have a browser ask, under a name that leads here if need be. */
  private static void keepOutOthers(Request request) {
    String host = request.header("host").orElse("");
    if (!HERE.matcher(host).matches()) {
      throw new Refusal(
          Refusal.FOREIGN, "the admin API is asked for as localhost or 127.0.0.1, not as " + host);
    }
    boolean isForeign =
        request.header("origin").filter(origin -> !origin.equals("http://" + host)).isPresent();
    if (isForeign) {
      throw new Refusal(Refusal.FOREIGN, "pages of other sites may not ask the admin API");
    }
  }
}
