package dev.broadcasttck.conformance.record;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a tape.
 *
 * @param atMs since the tape began
 * @param actor whom it happened to
 * @param on the socket, request or channel that it happened on, unique on the tape
 * @param way which way it went
 * @param kind what it is
 * @param text the frame, the body, or what else there is to read
 * @param hex the bytes of a binary frame
 * @param http the rest of a request, an answer or an upgrade
 */
public record Line(
    double atMs,
    String actor,
    String on,
    Way way,
    Kind kind,
    String text,
    Optional<String> hex,
    Optional<Http> http) {

  /** What a line can be. */
  public enum Kind {
    OPENING("opening"),
    OPENED("opened"),
    REFUSED("refused"),
    FRAME("frame"),
    PING("ping"),
    PONG("pong"),
    CLOSE("close"),
    CLOSED("closed"),
    LOST("lost"),
    REQUEST("request"),
    RESPONSE("response"),
    UNANSWERED("unanswered"),
    STATUS("status"),
    SEND("send"),
    SETTLED("settled"),
    HEARD("heard"),
    ERROR("error"),
    PRINTED("printed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * What HTTP adds.
   *
   * @param method empty of an answer
   * @param url empty of an answer
   * @param status 0 of a request
   */
  public record Http(String method, String url, int status, Map<String, String> headers) {}

  /** Whether it says something, rather than that a socket opens or ends. */
  public boolean isFrame() {
    return kind == Kind.FRAME;
  }

  public int status() {
    return http.map(Http::status).orElse(0);
  }

  public String url() {
    return http.map(Http::url).orElse("");
  }

  /** As a person reads it: {@code ▶} went to the server, {@code ◀} came from it. */
  public String inWords() {
    return switch (way) {
      case SENT -> "▶ " + words();
      case RECEIVED -> "◀ " + words();
      case SAID -> "· " + words();
    };
  }

  /** The same with the time and the actor, for a column of them. */
  public String inRow() {
    return String.format(Locale.ROOT, "%8.1f ms  %-6s %s", atMs, actor, inWords());
  }

  /** What happened, without its direction. */
  public String words() {
    return switch (kind) {
      case FRAME -> text;
      case OPENING -> "opens " + url();
      case OPENED -> "open";
      case REFUSED, RESPONSE -> "HTTP " + status() + " " + text;
      case PING, PONG -> kind + " " + text;
      case CLOSE -> "closes " + text;
      case CLOSED -> "closed " + text;
      case LOST -> "lost: " + text;
      case REQUEST -> http.map(Http::method).orElse("") + " " + url() + " " + text;
      case UNANSWERED -> "no answer: " + text;
      case STATUS -> "says " + text;
      case SEND -> "sends " + text;
      case SETTLED -> "send resolves: " + text;
      case HEARD -> "listener hears " + text;
      case ERROR -> "error: " + text;
      case PRINTED -> "prints " + text;
    };
  }
}
