package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.verify.Weather;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The conditions of {@code tck verify} as they are typed: {@code one-byte}, {@code delay-50}. */
final class Weathers implements ITypeConverter<Weather>, Iterable<String> {
  @Override
  public Weather convert(String typed) {
    return Weather.ALL.stream()
        .filter(weather -> weather.name().equals(typed))
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
    return Weather.ALL.stream().map(Weather::name).toList();
  }
}
