package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings the server's journal onto the tape: the wire as seen from the server's side. Called by the
 * server's one thread.
 */
final class WireLog {
  private final Tape tape;
  private final Passes passes;
  private final Map<Integer, String> actors = new HashMap<>();
  private final Map<Integer, String> callers = new HashMap<>();
  private final Map<Integer, ProtocolVersion> versions = new HashMap<>();
  private final Map<Integer, Integer> codes = new HashMap<>();
  private final Map<Happening, Event> events = Collections.synchronizedMap(new IdentityHashMap<>());
  private final Set<String> endedByServer = ConcurrentHashMap.newKeySet();

  WireLog(Tape tape, Passes passes) {
    this.tape = tape;
    this.passes = passes;
  }

  /** What stands behind a line of the tape; empty where it is not of the wire. */
  Optional<Event> event(Happening what) {
    return Optional.ofNullable(events.get(what));
  }

  /** Whether it was the server that ended a socket. */
  boolean isEndedByServer(String socket) {
    return endedByServer.contains(socket);
  }

  void note(Event event) {
    if (event instanceof Event.OfSocket ofSocket) {
      if (event instanceof Event.Knocked knocked) {
        actors.put(knocked.socket(), passes.holder(knocked.request()));
      }
      happening(ofSocket)
          .ifPresent(what -> append(actors.getOrDefault(ofSocket.socket(), ""), what, event));
    } else if (event instanceof Event.OfCall ofCall) {
      if (event instanceof Event.Asked asked) {
        callers.put(asked.call(), passes.holder(asked.request()));
      }
      append(callers.getOrDefault(ofCall.call(), ""), happening(ofCall), event);
    }
  }

  private void append(String actor, Happening what, Event event) {
    // Before the tape wakes those who will ask for it.
    events.put(what, event);
    tape.append(actor, what);
  }

  private Optional<Happening> happening(Event.OfSocket event) {
    String socket = "socket-" + event.socket();
    if (event instanceof Event.Knocked knocked) {
      return Optional.of(new Happening.SocketOpening(socket, url(knocked.request())));
    } else if (event instanceof Event.Opened opened) {
      versions.put(event.socket(), opened.version());
      return Optional.of(new Happening.SocketOpened(socket));
    } else if (event instanceof Event.TurnedAway away) {
      return Optional.of(
          new Happening.SocketRefused(socket, away.answer().status(), away.answer().body().utf8()));
    } else if (event instanceof Event.LeftAlone alone) {
      return Optional.of(
          new Happening.SocketLost(socket, "the server left it without an answer: " + alone));
    } else if (event instanceof Event.Received received) {
      return Optional.of(new Happening.FrameSent(socket, frame(received)));
    } else if (event instanceof Event.Sent sent) {
      return Optional.of(new Happening.FrameReceived(socket, frame(sent)));
    } else if (event instanceof Event.ClientCloses closes) {
      codes.put(event.socket(), closes.code());
      return Optional.of(new Happening.CloseSent(socket, closes.code()));
    } else if (event instanceof Event.ServerCloses closes) {
      codes.put(event.socket(), closes.code());
      endedByServer.add(socket);
      return Optional.empty();
    } else if (event instanceof Event.Ended) {
      int code = codes.getOrDefault(event.socket(), 1006);
      return Optional.of(
          code == 1006
              ? new Happening.SocketLost(socket, "without a close frame")
              : new Happening.SocketClosed(socket, code, ""));
    }
    return Optional.empty();
  }

  private Happening happening(Event.OfCall event) {
    String call = "call-" + event.call();
    if (event instanceof Event.Asked asked) {
      Request request = asked.request();
      Map<String, String> headers = new HashMap<>();
      request.headers().forEach((name, value) -> headers.put(name, passes.redacted(value)));
      return new Happening.RequestSent(
          call, request.method(), url(request), headers, passes.redacted(request.body().utf8()));
    } else if (event instanceof Event.Answered answered) {
      return new Happening.ResponseReceived(
          call,
          answered.answer().status(),
          answered.answer().headers(),
          answered.answer().body().utf8());
    }
    return new Happening.RequestLost(call, "the server left it without an answer: " + event);
  }

  private String url(Request request) {
    StringBuilder url = new StringBuilder(request.path());
    char joint = '?';
    for (Map.Entry<String, String> entry : request.query().entrySet()) {
      url.append(joint)
          .append(entry.getKey())
          .append('=')
          .append(passes.redacted(entry.getValue()));
      joint = '&';
    }
    return url.toString();
  }

  private Frame frame(Event.Received received) {
    var raw = received.frame();
    boolean isText = raw.kind() == dev.broadcasttck.mock.codec.Frame.Kind.TEXT;
    Reading reading =
        received
            .push()
            .flatMap(WireLog::envelope)
            .<Reading>map(Reading.Message::new)
            .orElse(new Reading.Noise("the server cannot read it"));
    return new Frame(
        isText ? Encoding.TEXT : Encoding.BINARY,
        isText ? passes.redacted(raw.bytes().utf8()) : raw.bytes().toString(),
        reading);
  }

  private static Optional<Envelope> envelope(Push push) {
    return push.topic().isString() && push.event().isString()
        ? Optional.of(
            new Envelope(
                push.joinRef(),
                push.ref(),
                push.topic().stringValue(),
                push.event().stringValue(),
                Pushes.payload(push)))
        : Optional.empty();
  }

  private Frame frame(Event.Sent sent) {
    Decoder decoder = new Decoder(versions.getOrDefault(sent.socket(), ProtocolVersion.V1));
    return sent.frame().kind() == dev.broadcasttck.mock.codec.Frame.Kind.TEXT
        ? decoder.text(sent.frame().bytes().utf8())
        : decoder.binary(sent.frame().bytes().toArray());
  }
}
