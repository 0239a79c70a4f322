package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.PushReader;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What is said on some sockets, and what the lint finds in it. */
final class Talk {
  private final Lint lint = Lint.start();
  private final List<Violation> found = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private int entries;

  /** One of the sockets. */
  final class Socket {
    private final String name;
    private final ProtocolVersion vsn;

    private Socket(String name, ProtocolVersion vsn) {
      this.name = name;
      this.vsn = vsn;
      happens(new Happening.SocketOpening(name, "ws://host/websocket?vsn=" + vsn.vsn()));
    }

    Socket says(String text) {
      return sent(new Decoder(vsn).text(text));
    }

    Socket saysBytes(String hex) {
      return sent(PushReader.read(HexFormat.of().parseHex(hex)));
    }

    private Socket sent(Frame frame) {
      happens(new Happening.FrameSent(name, frame));
      return this;
    }

    Socket gets(String text) {
      happens(new Happening.FrameReceived(name, new Decoder(vsn).text(text)));
      return this;
    }

    Socket getsBytes(String hex) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      happens(new Happening.FrameReceived(name, new Decoder(vsn).binary(bytes)));
      return this;
    }

    Socket ends() {
      happens(new Happening.SocketClosed(name, 1000, ""));
      return this;
    }

    /** Joins the topic {@code realtime:a} under the reference 11, on version 2. */
    Socket joins(String settings) {
      return says("[\"11\",\"11\",\"realtime:a\",\"phx_join\",{\"config\":{\"broadcast\":%s}}]"
              .formatted(settings))
          .gets(JOINED);
    }

    Socket broadcasts(String ref, int n) {
      return says("[\"11\",\"%s\",\"realtime:a\",\"broadcast\",%s]".formatted(ref, content(n)));
    }

    Socket hears(int n) {
      return gets("[null,null,\"realtime:a\",\"broadcast\",%s]".formatted(content(n)));
    }

    Socket isAnswered(String ref, String status) {
      return gets(
          "[\"11\",\"%s\",\"realtime:a\",\"phx_reply\",{\"status\":\"%s\",\"response\":{}}]"
              .formatted(ref, status));
    }
  }

  static final String JOINED =
      "[\"11\",\"11\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{\"postgres_changes\":[]}}]";

  Socket version1(String name) {
    return new Socket(name, ProtocolVersion.V1);
  }

  Socket version2(String name) {
    return new Socket(name, ProtocolVersion.V2);
  }

  private static String content(int n) {
    return "{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{\"n\":%d}}".formatted(n);
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  void asks(String method, String url, Map<String, String> headers, String body) {
    happens(new Happening.RequestSent("request-" + entries, method, url, headers, body));
  }

  void happens(Happening what) {
    found.addAll(lint.read(new Entry(entries++, now, "app", what)));
  }

  List<String> rules() {
    return found.stream().map(Violation::rule).toList();
  }

  List<Violation> found() {
    return found;
  }

  Lint lint() {
    return lint;
  }
}
