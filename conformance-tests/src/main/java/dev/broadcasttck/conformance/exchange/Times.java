package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.stage.ScriptError;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as scripts write them: {@code 500ms}, {@code 5s}, {@code -1min}. */
final class Times {
  private static final Pattern FORM = Pattern.compile("(-?\\d+)(ms|s|min|h)");

  private Times() {}

  static Duration read(String written) {
    Matcher form = FORM.matcher(written);
    if (!form.matches()) {
      throw new ScriptError("`" + written + "` is no length of time, such as 5s");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
