package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.codec.Caption;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Event;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines of the journal as the API shows them.
 *
 * @param longest how many characters of a content are shown
 */
record EntryJson(int longest) {
  static final EntryJson SHORT = new EntryJson(4096);
  static final EntryJson WHOLE = new EntryJson(Integer.MAX_VALUE);

  ObjectNode of(Entry entry) {
    ObjectNode json = Json.object().put("n", entry.number()).put("at", entry.at().toString());
    json.put("kind", kind(entry.event()));
    if (entry.event() instanceof Event.OfSocket event) {
      json.put("socket", event.socket());
      tell(event, json);
    } else if (entry.event() instanceof Event.OfCall event) {
      json.put("call", event.call());
      tell(event, json);
    }
    return json;
  }

  /** {@code ClientCloses} is {@code client-closes}. */
  static String kind(Event event) {
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private void tell(Event.OfSocket event, ObjectNode json) {
    if (event instanceof Event.Knocked knocked) {
      json.set("request", request(knocked.request()));
    } else if (event instanceof Event.Opened opened) {
      json.put("version", opened.version().vsn());
    } else if (event instanceof Event.TurnedAway away) {
      json.set("answer", answer(away.answer()));
    } else if (event instanceof Event.LeftAlone alone) {
      json.put("treatment", alone.treatment().name().toLowerCase(Locale.ROOT));
    } else if (event instanceof Event.Received received) {
      frame(received.frame(), About.of(received), json);
    } else if (event instanceof Event.Sent sent) {
      frame(sent.frame(), Caption.of(sent.frame()), json);
    } else if (event instanceof Event.Held held) {
      json.put("entry", held.entry());
    } else if (event instanceof Event.ClientCloses closes) {
      json.put("code", closes.code());
    } else if (event instanceof Event.ServerCloses closes) {
      json.put("code", closes.code());
    } else if (event instanceof Event.Struck struck) {
      json.put("how", struck.blow().name());
    }
  }

  private void tell(Event.OfCall event, ObjectNode json) {
    if (event instanceof Event.Asked asked) {
      json.set("request", request(asked.request()));
    } else if (event instanceof Event.Answered answered) {
      json.set("answer", answer(answered.answer()));
    } else if (event instanceof Event.Unanswered unanswered) {
      json.put("treatment", unanswered.treatment().name().toLowerCase(Locale.ROOT));
    }
  }

  private void frame(Frame frame, Caption about, ObjectNode json) {
    json.set("about", About.json(about));
    json.set("frame", content(frame.bytes(), frame.kind() == Frame.Kind.TEXT));
    if (!frame.manner().isPlain()) {
      json.put("how", frame.manner().name());
    }
  }

  private ObjectNode request(Request request) {
    ObjectNode json = Json.object().put("method", request.method());
    json.put("path", Redaction.text(request.path()));
    json.set("query", fields(request.query()));
    json.set("headers", fields(request.headers()));
    return json.set("body", content(request.body(), true));
  }

  private ObjectNode answer(Answer answer) {
    ObjectNode json = Json.object().put("status", answer.status());
    json.set("headers", fields(answer.headers()));
    json.set("body", content(answer.body(), true));
    return answer.manner().isPlain() ? json : json.put("how", answer.manner().name());
  }

  private static ObjectNode fields(Map<String, String> fields) {
    ObjectNode json = Json.object();
    Redaction.fields(fields).forEach(json::put);
    return json;
  }

  private ObjectNode content(Bytes bytes, boolean text) {
    boolean isText = text && bytes.isUtf8();
    String whole = isText ? Redaction.text(bytes.utf8()) : hex(bytes);
    boolean cut = whole.length() > longest;
    return Json.object()
        .put("bytes", bytes.length())
        .put("encoding", isText ? "text" : "hex")
        .put("content", cut ? whole.substring(0, longest) : whole)
        .put("cut", cut);
  }

  /** What a binary frame holds may be JSON with a secret in it. */
  private static String hex(Bytes bytes) {
    String octets = new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    String redacted = Redaction.text(octets);
    return Bytes.of(redacted.getBytes(StandardCharsets.ISO_8859_1)).toString();
  }
}
