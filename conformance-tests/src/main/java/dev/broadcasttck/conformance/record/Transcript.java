package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.record.Line.Http;
import dev.broadcasttck.conformance.record.Line.Kind;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.CloseSent;
import dev.broadcasttck.conformance.tape.Happening.ControlReceived;
import dev.broadcasttck.conformance.tape.Happening.ControlSent;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.Printed;
import dev.broadcasttck.conformance.tape.Happening.RequestLost;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Happening.SendCalled;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketOpened;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.spec.protocol.Encoding;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down a tape, and leaves out what is secret. */
public record Transcript(Redaction redaction) {

  public List<Line> of(List<Entry> tape) {
    return tape.stream().map(this::line).toList();
  }

  private Line line(Entry entry) {
    Happening what = entry.what();
    double at = entry.at().truncatedTo(ChronoUnit.MICROS).toNanos() / 1e6;
    Draft draft = what instanceof Happening.Wire wire ? seen(wire) : said((Happening.Said) what);
    return new Line(
        at,
        entry.actor(),
        draft.on(),
        draft.way(),
        draft.kind(),
        redaction.redact(draft.text()),
        draft.hex().map(redaction::redact),
        draft.http().map(this::redacted));
  }

  private Http redacted(Http http) {
    Map<String, String> headers = new LinkedHashMap<>();
    http.headers().forEach((name, value) -> headers.put(name, redaction.redact(value)));
    return new Http(http.method(), redaction.redact(http.url()), http.status(), headers);
  }

  /** A line before its secrets are taken out. */
  private record Draft(
      String on, Way way, Kind kind, String text, Optional<String> hex, Optional<Http> http) {

    static Draft plain(String on, Way way, Kind kind, String text) {
      return new Draft(on, way, kind, text, Optional.empty(), Optional.empty());
    }

    static Draft http(String on, Way way, Kind kind, String text, Http http) {
      return new Draft(on, way, kind, text, Optional.empty(), Optional.of(http));
    }

    static Draft frame(String on, Way way, Frame frame) {
      Optional<String> hex =
          Optional.of(frame.content()).filter(it -> frame.kind() == Encoding.BINARY);
      return new Draft(on, way, Kind.FRAME, frame.inWords(), hex, Optional.empty());
    }
  }

  private static Draft seen(Happening.Wire what) {
    if (what instanceof FrameSent it) {
      return Draft.frame(it.socket(), Way.SENT, it.frame());
    } else if (what instanceof FrameReceived it) {
      return Draft.frame(it.socket(), Way.RECEIVED, it.frame());
    } else if (what instanceof RequestSent it) {
      Http http = new Http(it.method(), it.url(), 0, it.headers());
      return Draft.http(it.call(), Way.SENT, Kind.REQUEST, it.body(), http);
    } else if (what instanceof ResponseReceived it) {
      Http http = new Http("", "", it.status(), it.headers());
      return Draft.http(it.call(), Way.RECEIVED, Kind.RESPONSE, it.body(), http);
    } else if (what instanceof RequestLost it) {
      return Draft.plain(it.call(), Way.RECEIVED, Kind.UNANSWERED, it.cause());
    } else if (what instanceof ControlSent it) {
      return Draft.plain(it.socket(), Way.SENT, control(it.kind()), it.content());
    } else if (what instanceof ControlReceived it) {
      return Draft.plain(it.socket(), Way.RECEIVED, control(it.kind()), it.content());
    }
    return socket(what);
  }

  private static Draft socket(Happening.Wire what) {
    if (what instanceof SocketOpening it) {
      Http http = new Http("GET", it.url(), 0, Map.of());
      return Draft.http(it.socket(), Way.SENT, Kind.OPENING, "", http);
    } else if (what instanceof SocketOpened it) {
      return Draft.plain(it.socket(), Way.RECEIVED, Kind.OPENED, "");
    } else if (what instanceof SocketRefused it) {
      Http http = new Http("", "", it.status(), Map.of());
      return Draft.http(it.socket(), Way.RECEIVED, Kind.REFUSED, it.body(), http);
    } else if (what instanceof CloseSent it) {
      return Draft.plain(it.socket(), Way.SENT, Kind.CLOSE, Integer.toString(it.code()));
    } else if (what instanceof SocketClosed it) {
      String text = (it.code() + " " + it.reason()).strip();
      return Draft.plain(it.socket(), Way.RECEIVED, Kind.CLOSED, text);
    } else if (what instanceof SocketLost it) {
      return Draft.plain(it.socket(), Way.RECEIVED, Kind.LOST, it.cause());
    }
    throw new IllegalStateException("nobody has said how to write down " + what);
  }

  private static Draft said(Happening.Said what) {
    if (what instanceof StatusSaid it) {
      return Draft.plain(it.channel(), Way.SAID, Kind.STATUS, it.status());
    } else if (what instanceof SendCalled it) {
      String text = it.event() + " " + it.payload();
      return Draft.plain(it.channel(), Way.SAID, Kind.SEND, text);
    } else if (what instanceof SendSettled it) {
      return Draft.plain(it.send(), Way.SAID, Kind.SETTLED, it.result());
    } else if (what instanceof MessageHeard it) {
      String text = it.listener() + " " + it.event() + " " + it.payload();
      return Draft.plain(it.channel(), Way.SAID, Kind.HEARD, text);
    } else if (what instanceof UncaughtSaid it) {
      return Draft.plain("", Way.SAID, Kind.ERROR, it.text());
    } else if (what instanceof Printed it) {
      return Draft.plain("", Way.SAID, Kind.PRINTED, it.line());
    }
    throw new IllegalStateException("nobody has said how to write down " + what);
  }

  private static Kind control(String kind) {
    return kind.equals("ping") ? Kind.PING : Kind.PONG;
  }
}
