package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.tape.Entry;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The last lines of a tape, as a person reads them: {@code ▶} went to the server. */
final class TapeExcerpt {
  private TapeExcerpt() {}

  static List<String> last(int most, List<Entry> tape) {
    List<Entry> frames = tape.stream().filter(it -> !(it.what() instanceof Printed)).toList();
    return frames.subList(Math.max(0, frames.size() - most), frames.size()).stream()
        .map(TapeExcerpt::line)
        .toList();
  }

  /** The last lines that were printed meanwhile, each once. */
  static List<String> printed(int most, List<Entry> tape) {
    List<String> lines =
        tape.stream()
            .flatMap(
                entry -> entry.what() instanceof Printed it ? Stream.of(it.line()) : Stream.empty())
            .distinct()
            .toList();
    return lines.subList(Math.max(0, lines.size() - most), lines.size());
  }

  private static String line(Entry entry) {
    double millis = entry.at().toNanos() / 1e6;
    return String.format(
        Locale.ROOT, "%8.1f ms  %-6s %s", millis, entry.actor(), words(entry.what()));
  }

  private static String words(Happening happening) {
    return happening instanceof Happening.Wire wire ? seen(wire) : said((Happening.Said) happening);
  }

  private static String seen(Happening.Wire happening) {
    if (happening instanceof FrameSent sent) {
      return "▶ " + sent.frame().inWords();
    } else if (happening instanceof FrameReceived received) {
      return "◀ " + received.frame().inWords();
    } else if (happening instanceof RequestSent request) {
      return "▶ " + request.method() + " " + request.url() + " " + request.body();
    } else if (happening instanceof ResponseReceived response) {
      return "◀ HTTP " + response.status() + " " + response.body();
    } else if (happening instanceof RequestLost request) {
      return "◀ no answer: " + request.cause();
    }
    return control(happening).orElseGet(() -> socket(happening));
  }

  private static Optional<String> control(Happening.Wire happening) {
    if (happening instanceof ControlSent sent) {
      return Optional.of("▶ " + sent.kind() + " " + sent.content());
    } else if (happening instanceof ControlReceived received) {
      return Optional.of("◀ " + received.kind() + " " + received.content());
    } else if (happening instanceof CloseSent close) {
      return Optional.of("▶ closes " + close.code());
    }
    return Optional.empty();
  }

  private static String socket(Happening.Wire happening) {
    if (happening instanceof SocketOpening opening) {
      return "▶ opens " + opening.url();
    } else if (happening instanceof SocketOpened) {
      return "◀ open";
    } else if (happening instanceof SocketRefused refused) {
      return "◀ HTTP " + refused.status() + " " + refused.body();
    } else if (happening instanceof SocketClosed closed) {
      return "◀ closed " + closed.code() + " " + closed.reason();
    } else if (happening instanceof SocketLost lost) {
      return "◀ lost: " + lost.cause();
    }
    return happening.toString();
  }

  private static String said(Happening.Said happening) {
    if (happening instanceof StatusSaid said) {
      return "· says " + said.status();
    } else if (happening instanceof SendCalled send) {
      return "· sends " + send.event() + " " + send.payload();
    } else if (happening instanceof SendSettled settled) {
      return "· send resolves: " + settled.result();
    } else if (happening instanceof MessageHeard heard) {
      return "· listener " + heard.listener() + " hears " + heard.event() + " " + heard.payload();
    } else if (happening instanceof UncaughtSaid uncaught) {
      return "· error: " + uncaught.text();
    }
    return happening.toString();
  }
}
