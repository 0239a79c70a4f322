package dev.broadcasttck.conformance.verdict;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What remains of a finding's words without what differs from run to run and from framing to
 * framing: fresh names, times, ports, tokens, and of frames all but the event.
 */
final class Cause {
  private static final int LONGEST = 160;

  /** A name's nonce, such as {@code -n1hhpd3h-48}. */
  private static final Pattern NONCE = Pattern.compile("-[0-9a-z]{6,13}-\\d+");

  private static final Pattern TIME = Pattern.compile("\\d+(\\.\\d+)? ?(ms|s)\\b");
  private static final Pattern COUNT = Pattern.compile("\\b\\d+ of \\d+\\b");
  private static final Pattern PORT = Pattern.compile(":\\d{4,5}\\b");
  private static final Pattern TOKEN = Pattern.compile("\\b[\\w-]{16,}(\\.[\\w-]{16,})+");
  private static final Pattern UUID =
      Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

  private static final Pattern FRAME = Pattern.compile("(?s)(?<!\\w)(binary |[\\[{]).*");
  private static final Pattern EVENT =
      Pattern.compile("\\b(phx_\\w+|broadcast|heartbeat|system|presence\\w*|access_token)\\b");

  private Cause() {}

  /** Of what was expected, which the script says. */
  static String ofExpected(String words) {
    return cut(steady(words));
  }

  /** Of what came instead. */
  static String ofActual(String words) {
    Matcher frame = FRAME.matcher(words);
    if (!frame.find()) {
      return cut(steady(words));
    }
    Matcher event = EVENT.matcher(frame.group());
    String what = event.find() ? event.group() : "…";
    return cut(steady(words.substring(0, frame.start())) + " <" + what + ">");
  }

  private static String steady(String words) {
    String text = UUID.matcher(words).replaceAll("<id>");
    text = TOKEN.matcher(text).replaceAll("<token>");
    text = NONCE.matcher(text).replaceAll("");
    text = COUNT.matcher(text).replaceAll("# of #");
    text = TIME.matcher(text).replaceAll("# $2");
    return PORT.matcher(text).replaceAll(":#").replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
