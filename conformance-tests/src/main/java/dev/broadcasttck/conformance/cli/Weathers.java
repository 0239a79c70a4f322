package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.verify.Weather;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The conditions of {@code tck verify} as they are typed: {@code one-byte}, {@code delay-50}. */
final class Weathers implements ITypeConverter<Weather>, Iterable<String> {
  @Override
  public Weather convert(String typed) {
    return Stream.of(Weather.values())
        .filter(weather -> name(weather).equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no condition '" + typed + "'" + DidYouMean.among(names(), typed)));
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static List<String> names() {
    return Stream.of(Weather.values()).map(Weathers::name).toList();
  }

  private static String name(Weather weather) {
    return weather.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
