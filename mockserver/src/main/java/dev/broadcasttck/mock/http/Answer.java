package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.wire.Manner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer; lengths, dates and connections are the transport's business.
 *
 * @param keptBack how long the transport keeps it back, in the world's time
 * @param manner how it gets onto the wire
 */
public record Answer(
    int status, Map<String, String> headers, Bytes body, Duration keptBack, Manner manner) {
  private static final Map<String, String> COMMON =
      Map.of("cache-control", "max-age=0, private, must-revalidate", "vary", "accept-encoding");

  private Answer(int status, Map<String, String> headers, Bytes body) {
    this(status, headers, body, Duration.ZERO);
  }

  /** One that gets onto the wire as it should. */
  public Answer(int status, Map<String, String> headers, Bytes body, Duration keptBack) {
    this(status, headers, body, keptBack, Manner.PLAIN);
  }

  public static Answer empty(int status) {
    return new Answer(status, COMMON, Bytes.utf8(""));
  }

  public static Answer json(int status, JsonNode body) {
    return new Answer(status, COMMON, Json.write(body))
        .with("content-type", "application/json; charset=utf-8");
  }

  /** A body of plain words, which the real server calls HTML. */
  public static Answer words(int status, String body) {
    return new Answer(status, COMMON, Bytes.utf8(body))
        .with("content-type", "text/html; charset=utf-8");
  }

  public static Answer notFound() {
    return words(404, "Not Found");
  }

  /** The same with one header more. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, keptBack, manner);
  }

  /** The same, so much later. */
  public Answer after(Duration delay) {
    return new Answer(status, headers, body, delay, manner);
  }

  /** The same with a body of a type that nobody says. */
  Answer withBody(String text) {
    return withBody(Bytes.utf8(text));
  }

  /** The same with another body. */
  public Answer withBody(Bytes other) {
    return new Answer(status, headers, other, keptBack, manner);
  }

  /** The same in another manner. */
  public Answer in(Manner other) {
    return new Answer(status, headers, body, keptBack, other);
  }
}
