package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.PushReader;
import dev.broadcasttck.conformance.record.Line.Http;
import dev.broadcasttck.conformance.record.Line.Kind;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A trace made a tape again, as far as the wire goes: what clients said of themselves is left. */
public final class Playback {
  private static final Pattern VSN = Pattern.compile("[?&]vsn=(\\d)");
  private static final int NO_CODE = 1005;

  private final Map<String, ProtocolVersion> versions = new HashMap<>();

  private Playback() {}

  /** The entries of a trace; their numbers are those of its lines, from 0. */
  public static List<Entry> of(Trace trace) {
    Playback playback = new Playback();
    List<Entry> entries = new ArrayList<>();
    for (int number = 0; number < trace.lines().size(); number++) {
      Line line = trace.lines().get(number);
      Duration at = Duration.ofNanos(Math.round(line.atMs() * 1e6));
      int place = number;
      playback
          .happening(line)
          .ifPresent(what -> entries.add(new Entry(place, at, line.actor(), what)));
    }
    return entries;
  }

  private Optional<Happening> happening(Line line) {
    if (line.way() == Way.SAID) {
      return Optional.empty();
    }
    String on = line.on();
    return Optional.ofNullable(
        switch (line.kind()) {
          case OPENING -> opening(line);
          case OPENED -> new Happening.SocketOpened(on);
          case REFUSED -> new Happening.SocketRefused(on, line.status(), line.text());
          case FRAME -> frame(line);
          case PING, PONG -> control(line);
          case CLOSE -> new Happening.CloseSent(on, code(line.text()));
          case CLOSED -> new Happening.SocketClosed(on, code(line.text()), line.text());
          case LOST -> new Happening.SocketLost(on, line.text());
          case REQUEST -> request(line);
          case RESPONSE ->
              new Happening.ResponseReceived(on, line.status(), headers(line), line.text());
          case UNANSWERED -> new Happening.RequestLost(on, line.text());
          case STATUS, SEND, SETTLED, HEARD, ERROR, PRINTED -> null;
        });
  }

  private Happening opening(Line line) {
    Matcher vsn = VSN.matcher(line.url());
    boolean isSecond = vsn.find() && vsn.group(1).equals("2");
    versions.put(line.on(), isSecond ? ProtocolVersion.V2 : ProtocolVersion.V1);
    return new Happening.SocketOpening(line.on(), line.url());
  }

  private Happening frame(Line line) {
    boolean isSent = line.way() == Way.SENT;
    Frame frame = read(line, isSent);
    return isSent
        ? new Happening.FrameSent(line.on(), frame)
        : new Happening.FrameReceived(line.on(), frame);
  }

  private Frame read(Line line, boolean isSent) {
    Decoder decoder = new Decoder(versions.getOrDefault(line.on(), ProtocolVersion.V1));
    if (line.hex().isEmpty()) {
      return decoder.text(line.text());
    }
    byte[] bytes = HexFormat.of().parseHex(line.hex().get());
    return isSent ? PushReader.read(bytes) : decoder.binary(bytes);
  }

  private static Happening control(Line line) {
    String kind = line.kind() == Kind.PING ? "ping" : "pong";
    return line.way() == Way.SENT
        ? new Happening.ControlSent(line.on(), kind, line.text())
        : new Happening.ControlReceived(line.on(), kind, line.text());
  }

  private static int code(String text) {
    String digits = text.split(" ", -1)[0];
    return digits.matches("\\d{4}") ? Integer.parseInt(digits) : NO_CODE;
  }

  private static Happening request(Line line) {
    String method = line.http().map(Http::method).orElse("");
    return new Happening.RequestSent(line.on(), method, line.url(), headers(line), line.text());
  }

  private static Map<String, String> headers(Line line) {
    return line.http().map(Http::headers).orElse(Map.of());
  }
}
