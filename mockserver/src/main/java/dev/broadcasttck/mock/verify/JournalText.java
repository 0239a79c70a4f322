package dev.broadcasttck.mock.verify;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Event;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A journal for people: a line an event, without tokens and without queries, which hold keys. */
public final class JournalText {
  private static final int MOST_LINES = 80;
  private static final int LONGEST = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|sb_(publishable|secret)_\\w+");

  private JournalText() {}

  /** The last lines of it, and how many went before. */
  public static String of(List<Entry> entries) {
    int left = Math.max(0, entries.size() - MOST_LINES);
    String lines =
        entries.stream().skip(left).map(JournalText::line).collect(Collectors.joining("\n"));
    return entries.isEmpty()
        ? "  (nothing)"
        : left == 0 ? lines : "  (%d more before)%n%s".formatted(left, lines);
  }

  private static String line(Entry entry) {
    return "  %s %s".formatted(TIME.format(entry.at()), words(entry.event()));
  }

  private static String words(Event event) {
    if (event instanceof Event.OfSocket ofSocket) {
      return "socket %d %s".formatted(ofSocket.socket(), ofSocket(ofSocket));
    }
    Event.OfCall ofCall = (Event.OfCall) event;
    return "request %d %s".formatted(ofCall.call(), ofCall(ofCall));
  }

  private static String ofSocket(Event.OfSocket event) {
    if (event instanceof Event.Knocked knocked) {
      return "asked for at " + knocked.request().path();
    } else if (event instanceof Event.Opened opened) {
      return "opened, version " + opened.version();
    } else if (event instanceof Event.TurnedAway away) {
      return "refused with " + away.answer().status();
    } else if (event instanceof Event.LeftAlone alone) {
      return alone.treatment().toString().toLowerCase(Locale.ROOT);
    } else if (event instanceof Event.Received received) {
      return "-> " + content(received.frame());
    } else if (event instanceof Event.Held) {
      return "   (held)";
    } else if (event instanceof Event.Sent sent) {
      return "<- " + content(sent.frame());
    } else if (event instanceof Event.ClientCloses closes) {
      return "closed by the client: " + closes.code();
    } else if (event instanceof Event.ServerCloses closes) {
      return "closed by the mock: " + closes.code();
    } else if (event instanceof Event.Struck struck) {
      return "struck: " + struck.blow();
    }
    return "gone";
  }

  private static String ofCall(Event.OfCall event) {
    if (event instanceof Event.Asked asked) {
      return "-> %s %s %s"
          .formatted(
              asked.request().method(),
              asked.request().path(),
              shown(asked.request().body().utf8()));
    } else if (event instanceof Event.Answered answered) {
      return "<- %d %s"
          .formatted(answered.answer().status(), shown(answered.answer().body().utf8()));
    }
    return ((Event.Unanswered) event).treatment().toString().toLowerCase(Locale.ROOT);
  }

  private static String content(Frame frame) {
    return shown(frame.kind() == Frame.Kind.TEXT ? frame.toString() : "binary " + frame);
  }

  private static String shown(String text) {
    String redacted = TOKEN.matcher(text).replaceAll("(token)");
    return redacted.length() > LONGEST ? redacted.substring(0, LONGEST) + "…" : redacted;
  }
}
