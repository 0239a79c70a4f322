package dev.broadcasttck.conformance.probe;

import dev.broadcasttck.conformance.probe.Standing.KeyRefused;
import dev.broadcasttck.conformance.probe.Standing.NotThisProtocol;
import dev.broadcasttck.conformance.probe.Standing.Speaks;
import dev.broadcasttck.conformance.probe.Standing.Unreachable;
import dev.broadcasttck.conformance.wire.Loss;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What each answer to a knock means, in the words of somebody who wants to mend it.
 *
 * @param tried the socket's address, without the key
 * @param budget how long was waited
 */
record Diagnosis(URI tried, Duration budget) {
  private static final String PATHS =
      "the path is usually /realtime/v1 behind a gateway, /socket on the bare server";
  private static final Set<Integer> GOING_AWAY = Set.of(1001, 1012, 1013);
  private static final int LONGEST_QUOTE = 120;

  /** A reply of whatever kind shows the protocol; but one about tokens is about our key. */
  Standing replied(String reason) {
    if (reason.toLowerCase(Locale.ROOT).contains("jwt")) {
      return new KeyRefused(tried + " refused the key at the first join: " + quoted(reason));
    }
    return new Speaks(tried + " speaks the protocol");
  }

  Standing refused(int status, Map<String, String> headers, String body) {
    String answer = "HTTP " + status + (body.isBlank() ? "" : ", " + quoted(body));
    if (status == 401 || status == 403) {
      return new KeyRefused(tried + " refused the key (" + answer + "); check the key");
    } else if (status == 407) {
      return new Unreachable("the proxy wants a name and a password (" + answer + ")");
    } else if (status == 429 || status >= 500) {
      return new Unreachable(tried + " cannot take a client in now (" + answer + ")");
    } else if (status >= 300 && status < 400) {
      return new NotThisProtocol(
          "%s redirects to %s (HTTP %d); give the final address"
              .formatted(tried, headers.getOrDefault("location", "nowhere"), status));
    }
    return new NotThisProtocol(tried + " is no WebSocket (" + answer + "); " + PATHS);
  }

  Standing closed(int code) {
    String sentence =
        tried + " accepted the WebSocket and closed it (" + code + ") without answering a join";
    return GOING_AWAY.contains(code) ? new Unreachable(sentence) : new NotThisProtocol(sentence);
  }

  Standing lost(Loss loss) {
    return switch (loss.cause()) {
      case UNKNOWN_HOST ->
          new Unreachable("there is no host " + tried.getHost() + "; check the address");
      case NOT_CONNECTED ->
          new Unreachable("nobody listens at " + tried.getAuthority() + "; is the server running?");
      case UNTRUSTED ->
          new Unreachable(
              "the certificate of "
                  + tried.getAuthority()
                  + " is not trusted; give its CA with --ca FILE, or trust any with --insecure");
      case WRONG_NAME ->
          new Unreachable(
              "the certificate of "
                  + tried.getAuthority()
                  + " is for another host; check the address, or trust any with --insecure");
      case NO_TLS ->
          new Unreachable(tried.getAuthority() + " speaks no TLS; try ws:// in place of wss://");
      case TIMED_OUT -> nothingSaid();
      case NOT_HTTP ->
          new NotThisProtocol(tried + " does not answer as WebSockets do: " + loss.detail());
      case CUT_OFF -> new Unreachable(tried + " cut the connection: " + loss.detail());
    };
  }

  Standing nothingSaid() {
    return new Unreachable(tried + " said nothing for " + waited());
  }

  Standing joinNotAnswered() {
    return new Unreachable(
        tried + " accepted the WebSocket and did not answer a join for " + waited());
  }

  Standing noReplyAmongFrames() {
    return new NotThisProtocol(
        tried + " sent frames for " + waited() + ", and no reply to a join; " + PATHS);
  }

  private String waited() {
    return budget.toMillis() % 1000 == 0 ? budget.toSeconds() + " s" : budget.toMillis() + " ms";
  }

  /** The beginning of what the server said, on one line. */
  private static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    String shown = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    return "\"" + shown + "\"";
  }
}
