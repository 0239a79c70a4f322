package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Line.Kind;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.Way;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tape of one playing as an HTTP Archive 1.2: an entry for each socket and each request, with
 * the frames as browsers write them, in {@code _webSocketMessages}. A tape's clock begins with the
 * playing; here it is put at the beginning of the run.
 */
final class Har {
  private static final int SWITCHING = 101;
  private static final int UNKNOWN = -1;
  private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]");

  private final Proceedings proceedings;
  private final Case told;

  private Har(Proceedings proceedings, Case told) {
    this.proceedings = proceedings;
    this.told = told;
  }

  static String of(Proceedings proceedings, Case told) {
    return new Har(proceedings, told).text();
  }

  private String text() {
    ObjectNode archive = Json.object();
    ObjectNode log = archive.putObject("log").put("version", "1.2");
    log.putObject("creator")
        .put("name", "Broadcast TCK")
        .put("version", proceedings.tool().version());
    ArrayNode entries = log.putArray("entries");
    log.put("comment", told.fullName() + ": " + told.verdict());
    told.tape().stream()
        .filter(it -> it.kind() == Kind.OPENING || it.kind() == Kind.REQUEST)
        .forEach(it -> entries.add(entry(it, about(it))));
    return Json.text(archive);
  }

  /** Everything that came of a socket or a request. */
  private List<Line> about(Line first) {
    return told.tape().stream()
        .filter(it -> it.on().equals(first.on()) && !it.equals(first))
        .toList();
  }

  private ObjectNode entry(Line first, List<Line> rest) {
    ObjectNode entry = Json.object();
    double end = rest.isEmpty() ? first.atMs() : rest.get(rest.size() - 1).atMs();
    entry.put("startedDateTime", at(first).toString());
    entry.put("time", Math.max(0, end - first.atMs()));
    entry.set("request", request(first));
    entry.set("response", response(first, rest));
    entry.putObject("cache");
    entry
        .putObject("timings")
        .put("send", 0)
        .put("wait", Math.max(0, end - first.atMs()))
        .put("receive", 0);
    entry.put("comment", first.actor());
    if (first.kind() == Kind.OPENING) {
      entry.put("_resourceType", "websocket");
      ArrayNode messages = entry.putArray("_webSocketMessages");
      rest.stream().filter(Line::isFrame).forEach(it -> messages.add(message(it)));
    }
    return entry;
  }

  private Instant at(Line line) {
    return proceedings.started().plus(Duration.ofNanos((long) (line.atMs() * 1e6)));
  }

  private ObjectNode request(Line first) {
    ObjectNode request = Json.object();
    request.put("method", first.http().map(Line.Http::method).orElse("GET"));
    request.put("url", legal(absolute(first.url()))).put("httpVersion", "HTTP/1.1");
    request.putArray("cookies");
    request.set("headers", headers(first));
    query(first.url(), request.putArray("queryString"));
    request.put("headersSize", UNKNOWN).put("bodySize", UNKNOWN);
    if (first.kind() == Kind.REQUEST) {
      request.putObject("postData").put("mimeType", "application/json").put("text", first.text());
    }
    return request;
  }

  /** A plain caller writes down what stands in its request line, which has no host. */
  private String absolute(String url) {
    String origin = proceedings.endpoint().broadcast().replaceFirst("(?<=[^:/])/.*$", "");
    return url.startsWith("/") ? origin + url : url;
  }

  /** What stands in a secret's place, and what scenarios send, may be no part of an address. */
  private static String legal(String url) {
    int mark = url.indexOf('?');
    return mark < 0
        ? url
        : url.substring(0, mark)
            + ILLEGAL
                .matcher(url.substring(mark))
                .replaceAll(it -> URLEncoder.encode(it.group(), StandardCharsets.UTF_8));
  }

  private static void query(String url, ArrayNode parameters) {
    int mark = url.indexOf('?');
    if (mark < 0) {
      return;
    }
    for (String pair : url.substring(mark + 1).split("&", -1)) {
      String[] both = pair.split("=", 2);
      parameters.addObject().put("name", decoded(both[0])).put("value", value(both));
    }
  }

  private static String value(String[] both) {
    return both.length < 2 ? "" : decoded(both[1]);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      // A scenario may send what is no encoding at all; then it is shown as it was sent.
      return text;
    }
  }

  private static ObjectNode response(Line first, List<Line> rest) {
    Optional<Line> answer =
        rest.stream().filter(it -> it.kind() != Kind.FRAME && it.way() == Way.RECEIVED).findFirst();
    boolean isOpen = answer.filter(it -> it.kind() == Kind.OPENED).isPresent();
    ObjectNode response = Json.object();
    response.put("status", isOpen ? SWITCHING : answer.map(Line::status).orElse(0));
    response.put("statusText", isOpen ? "Switching Protocols" : "");
    response.put("httpVersion", "HTTP/1.1");
    response.putArray("cookies");
    response.set("headers", answer.map(Har::headers).orElseGet(Json::array));
    String body = isOpen ? "" : answer.map(Line::text).orElse("");
    response
        .putObject("content")
        .put("size", body.getBytes(StandardCharsets.UTF_8).length)
        .put("mimeType", first.kind() == Kind.OPENING ? "x-unknown" : "application/json")
        .put("text", body);
    return response.put("redirectURL", "").put("headersSize", UNKNOWN).put("bodySize", UNKNOWN);
  }

  private static ArrayNode headers(Line line) {
    ArrayNode headers = Json.array();
    Map<String, String> all = line.http().map(Line.Http::headers).orElse(Map.of());
    all.forEach((name, value) -> headers.addObject().put("name", name).put("value", value));
    return headers;
  }

  private ObjectNode message(Line line) {
    ObjectNode message = Json.object();
    message.put("type", line.way() == Way.SENT ? "send" : "receive");
    message.put("time", at(line).toEpochMilli() / 1e3);
    message.put("opcode", line.hex().isPresent() ? 2 : 1);
    message.put("data", line.hex().map(Har::base64).orElse(line.text()));
    return message;
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
