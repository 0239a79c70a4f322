package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Receive;
import dev.broadcasttck.mock.recording.Event.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that the server makes up; the same one for the same thing, so that they can be told. */
enum Generated {
  UUID("\\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b", "ids of messages and of presence"),
  PHX_REF("\"phx_ref(?:_prev)?\":\"([\\w-]{16})\"", "ids of presence entries"),
  CHANGES_ID("[{\\[](?:\"id\":)?(\\d{5,9})(?:,\"(?:event|schema)\"|\\])", "ids of subscriptions"),
  POLL_TOKEN("\"status\":410,\"token\":\"([^\"]+)\"", "the token of a long-poll session");

  /** What is made up. */
  final String what;

  private final Pattern pattern;

  Generated(String pattern, String what) {
    this.pattern = Pattern.compile(pattern);
    this.what = what;
  }

  /** The values of this kind, in their order. */
  List<String> in(Answer answer) {
    List<String> values = new ArrayList<>();
    Matcher matcher = pattern.matcher(text(answer));
    while (matcher.find()) {
      values.add(matcher.group(1));
    }
    return values;
  }

  /** The answer with one value in the place of another. */
  static Answer replace(Answer answer, String value, String other) {
    if (answer instanceof Receive receive) {
      Frame frame = receive.frame();
      return new Receive(
          frame.kind() == Frame.Kind.BINARY
              ? new Frame(frame.kind(), frame.content().replace(hex(value), hex(other)))
              : new Frame(frame.kind(), frame.content().replace(value, other)));
    }
    return answer instanceof Response response
        ? new Response(response.status(), response.headers(), response.body().replace(value, other))
        : answer;
  }

  /** Whether two answers differ in nothing but such values. */
  static boolean isSameButForThem(Answer one, Answer other) {
    return masked(one).equals(masked(other));
  }

  private static Answer masked(Answer answer) {
    Answer masked = answer;
    for (Generated kind : values()) {
      for (String value : kind.in(masked)) {
        masked = replace(masked, value, kind.name());
      }
    }
    return masked;
  }

  private static String text(Answer answer) {
    if (answer instanceof Receive receive) {
      Frame frame = receive.frame();
      return frame.kind() == Frame.Kind.BINARY
          ? new String(frame.payload(), StandardCharsets.ISO_8859_1)
          : frame.content();
    }
    return answer instanceof Response response ? response.body() : "";
  }

  private static String hex(String value) {
    return HexFormat.of().formatHex(value.getBytes(StandardCharsets.ISO_8859_1));
  }
}
