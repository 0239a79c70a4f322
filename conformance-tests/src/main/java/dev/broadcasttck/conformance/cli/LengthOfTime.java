package dev.broadcasttck.conformance.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time on the command line: {@code 500ms}, {@code 2s}, {@code 1min}. */
final class LengthOfTime implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|min)");

  @Override
  public Duration convert(String written) {
    Matcher form = FORM.matcher(written);
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + written + "' is no length of time: write 500ms, 2s or 1min");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMinutes(count);
    };
  }
}
