package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.PushReader;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mock's journal as a tape of its clients would have it. */
final class JournalTape {
  private static final int NO_CODE = 1006;

  private final Map<Integer, ProtocolVersion> versions = new HashMap<>();

  /** Empty for what no client sees. */
  Optional<Happening> happening(Event event) {
    if (event instanceof Event.Opened it) {
      versions.put(it.socket(), it.version());
      return Optional.of(
          new Happening.SocketOpening(socket(it), "ws://mock/?vsn=" + it.version().vsn()));
    } else if (event instanceof Event.Received it) {
      return Optional.of(
          new Happening.FrameSent(
              socket(it),
              isText(it.frame())
                  ? decoder(it).text(text(it.frame()))
                  : PushReader.read(it.frame().bytes().toArray())));
    } else if (event instanceof Event.Sent it) {
      return Optional.of(new Happening.FrameReceived(socket(it), received(it)));
    } else if (event instanceof Event.Ended it) {
      versions.remove(it.socket());
      return Optional.of(new Happening.SocketClosed(socket(it), NO_CODE, ""));
    }
    return event instanceof Event.Asked it ? Optional.of(asked(it)) : Optional.empty();
  }

  private Frame received(Event.Sent sent) {
    return isText(sent.frame())
        ? decoder(sent).text(text(sent.frame()))
        : decoder(sent).binary(sent.frame().bytes().toArray());
  }

  private static String socket(Event.OfSocket event) {
    return "socket-" + event.socket();
  }

  private static boolean isText(dev.broadcasttck.mock.codec.Frame frame) {
    return frame.kind() == dev.broadcasttck.mock.codec.Frame.Kind.TEXT;
  }

  private static String text(dev.broadcasttck.mock.codec.Frame frame) {
    return new String(frame.bytes().toArray(), StandardCharsets.UTF_8);
  }

  private Decoder decoder(Event.OfSocket event) {
    return new Decoder(versions.getOrDefault(event.socket(), ProtocolVersion.V1));
  }

  private static Happening asked(Event.Asked asked) {
    Request request = asked.request();
    String query =
        request.query().entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining("&", "?", ""));
    return new Happening.RequestSent(
        "call-" + asked.call(),
        request.method(),
        "http://mock" + request.path() + query,
        request.headers(),
        new String(request.body().toArray(), StandardCharsets.UTF_8));
  }
}
