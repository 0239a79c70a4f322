package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what requests may have sockets hear. */
final class Requests {
  private static final Pattern ONE_EVENT =
      Pattern.compile(".*/api/broadcast/([^/?]+)/events/([^/?]*).*");

  private Requests() {}

  static Stream<Content> contents(RequestSent request) {
    Optional<JsonNode> body = Json.parse(request.body());
    Matcher one = ONE_EVENT.matcher(request.url());
    if (one.matches()) {
      return body.stream().map(payload -> content(text(one.group(1)), text(one.group(2)), payload));
    }
    return body.stream()
        .flatMap(it -> it.path("messages").valueStream())
        .map(it -> content(word(it, "topic"), word(it, "event"), it.path("payload")));
  }

  private static Content content(String topic, String event, JsonNode payload) {
    return Content.of("realtime:" + topic, event, payload);
  }

  private static String word(JsonNode message, String key) {
    return message.path(key).asString("");
  }

  private static String text(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return segment;
    }
  }
}
