package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.Connect;
import dev.broadcasttck.mock.recording.Event.HangUp;
import dev.broadcasttck.mock.recording.Event.Note;
import dev.broadcasttck.mock.recording.Event.Receive;
import dev.broadcasttck.mock.recording.Event.Request;
import dev.broadcasttck.mock.recording.Event.Response;
import dev.broadcasttck.mock.recording.Event.Send;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Turns a line of a recording or of a stage script into what it tells. */
final class RowReader {
  private RowReader() {}

  /** What the line tells; empty for the recording client's complaints about itself. */
  static Optional<Event> read(JsonNode line) {
    if (line.has("note")) {
      return Optional.of(new Note(line.get("note").stringValue()));
    }
    return switch (text(line, "dir")) {
      case "connect" -> Optional.of(new Connect(target(text(line, "url")), headers(line)));
      case "http-request" -> Optional.of(request(line));
      case "out" -> Optional.of(new Send(frame(line)));
      case "close-by-client" -> Optional.of(new HangUp());
      case "upgrade", "http-response" -> Optional.of(response(line));
      case "in" -> Optional.of(new Receive(frame(line)));
      case "closed" -> Optional.of(new Closed(line.get("code").intValue(), text(line, "reason")));
      case "error" -> Optional.empty();
      case "raw-upgrade" -> Optional.of(new Event.Head(text(line, "head")));
      case "raw-in" -> Optional.of(FrameReader.frame(text(line, "hex")));
      case "raw-tcp-closed" -> Optional.of(new Closed(1006, ""));
      case "raw-out" -> Optional.of(new Event.SendRaw(text(line, "hex")));
      case "drop" -> Optional.of(new Event.Drop());
      case "database-send" -> Optional.of(databaseSend(line));
      case "database-ready" -> Optional.of(new Event.DatabaseReady(text(line, "project")));
      case "stop" -> Optional.of(new Event.Stop());
      case "pass" -> Optional.of(new Event.Pass());
      default -> throw new IllegalArgumentException("nobody can play this yet: " + line);
    };
  }

  private static Event databaseSend(JsonNode line) {
    JsonNode payload = line.get("payload");
    return new Event.DatabaseSend(
        text(line, "project"),
        text(line, "topic"),
        text(line, "event"),
        payload.isString() ? payload.stringValue() : payload.toString(),
        line.get("private").booleanValue(),
        line.path("times").asInt(1));
  }

  private static Request request(JsonNode line) {
    Optional<String> body = line.get("body").stringValueOpt();
    return new Request(text(line, "method"), text(line, "path"), headers(line), body);
  }

  private static Response response(JsonNode line) {
    return new Response(
        line.get("status").intValue(), headers(line), line.path("body").asString(""));
  }

  private static Frame frame(JsonNode line) {
    Frame.Kind kind = Frame.Kind.valueOf(text(line, "type").toUpperCase(Locale.ROOT));
    return new Frame(kind, text(line, contentField(kind)));
  }

  private static String contentField(Frame.Kind kind) {
    return switch (kind) {
      case TEXT -> "frame";
      case BINARY -> "hex";
      case PING, PONG -> "data";
    };
  }

  /** Path and query as they stand: a token's description would not be a legal URI. */
  private static String target(String url) {
    return url.substring(url.indexOf('/', "ws://".length()));
  }

  private static SortedMap<String, String> headers(JsonNode line) {
    SortedMap<String, String> headers = new TreeMap<>();
    line.get("headers")
        .properties()
        .forEach(
            header ->
                headers.put(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().stringValue()));
    return headers;
  }

  private static String text(JsonNode line, String field) {
    return line.get(field).stringValue();
  }
}
