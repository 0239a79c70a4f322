package dev.broadcasttck.conformance.replay;

import dev.broadcasttck.conformance.artefact.Gist;
import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Line.Kind;
import dev.broadcasttck.conformance.record.Trace;
import dev.broadcasttck.conformance.record.Transcript;
import dev.broadcasttck.conformance.record.Way;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.Unheard;
import dev.broadcasttck.conformance.wire.WireRequest;
import dev.broadcasttck.conformance.wire.WireSocket;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A trace played again: what the client sent is sent, and what came is waited for, as often as it
 * came on each socket. What was taken out of the trace as secret is the server's key here.
 *
 * @param budget how long to wait for each thing that came
 */
public record Replay(Transport transport, Endpoint endpoint, Redaction redaction, Duration budget) {

  /**
   * What came of it.
   *
   * @param lines of the new conversation
   * @param departure where it first parts from the trace; empty where it does not
   */
  public record Replayed(List<Line> lines, Optional<String> departure) {}

  /**
   * Plays.
   *
   * @throws InterruptedException if it is being ended; all sockets are closed by then
   */
  public Replayed play(Trace trace) throws InterruptedException {
    Tape tape = new Tape(System::nanoTime);
    Map<String, WireSocket> sockets = new HashMap<>();
    Optional<String> departure = Optional.empty();
    try {
      List<Line> seen = trace.lines().stream().filter(it -> it.way() != Way.SAID).toList();
      for (int next = 0; next < seen.size() && departure.isEmpty(); next++) {
        Line line = seen.get(next);
        if (line.way() == Way.SENT) {
          send(line, trace, tape, sockets);
        } else {
          departure = await(line, seen.subList(0, next + 1), tape);
        }
      }
    } finally {
      sockets.values().forEach(WireSocket::cut);
    }
    return new Replayed(new Transcript(redaction).of(tape.entries()), departure);
  }

  private void send(Line line, Trace trace, Tape tape, Map<String, WireSocket> sockets) {
    if (line.kind() == Kind.OPENING) {
      sockets.put(line.on(), open(line, trace, tape));
    } else if (line.kind() == Kind.REQUEST) {
      WireRequest.broadcast(
          transport,
          endpoint,
          revealed(line.text()),
          budget,
          line.on(),
          what -> tape.append(line.actor(), what),
          answer -> {});
    } else {
      Optional.ofNullable(sockets.get(line.on())).ifPresent(socket -> send(line, trace, socket));
    }
  }

  private WireSocket open(Line line, Trace trace, Tape tape) {
    return WireSocket.open(
        transport,
        endpoint,
        version(line, trace),
        line.on(),
        what -> tape.append(line.actor(), what),
        new Unheard());
  }

  private static ProtocolVersion version(Line opening, Trace trace) {
    String vsn = opening.url().replaceFirst("^.*[?&]vsn=([^&]*).*$", "$1");
    return ProtocolVersion.named(vsn)
        .or(() -> ProtocolVersion.named(trace.head().vsn()))
        .orElse(ProtocolVersion.V1);
  }

  private void send(Line line, Trace trace, WireSocket socket) {
    if (line.kind() == Kind.CLOSE) {
      socket.close();
    } else if (line.isFrame()) {
      socket.send(frame(line, trace));
    }
  }

  private Frame frame(Line line, Trace trace) {
    Decoder decoder =
        new Decoder(ProtocolVersion.named(trace.head().vsn()).orElse(ProtocolVersion.V1));
    return line.hex()
        .map(hex -> decoder.binary(HexFormat.of().parseHex(hex)))
        .orElseGet(() -> decoder.text(revealed(line.text())));
  }

  private String revealed(String text) {
    return text.replace(Redaction.PLACEHOLDER, endpoint.apiKey().reveal());
  }

  /** Waits until as much came on the socket as in the trace, and compares the last of it. */
  private Optional<String> await(Line wanted, List<Line> sofar, Tape tape)
      throws InterruptedException {
    int number = (int) sofar.stream().filter(it -> isOn(it, wanted)).count();
    Optional<Line> came =
        tape.await(
            entries ->
                new Transcript(redaction)
                    .of(entries).stream()
                        .filter(it -> isOn(it, wanted))
                        .skip(number - 1L)
                        .findFirst(),
            budget);
    String then = new Gist(wanted).inWords();
    if (came.isEmpty()) {
      return Optional.of("%s gets nothing where the trace has: %s".formatted(wanted.actor(), then));
    }
    String now = new Gist(came.get()).inWords();
    return now.equals(then)
        ? Optional.empty()
        : Optional.of("%s gets: %s; the trace has: %s".formatted(wanted.actor(), now, then));
  }

  private static boolean isOn(Line line, Line like) {
    return line.way() == Way.RECEIVED && Objects.equals(line.on(), like.on());
  }
}
