package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The corpora as they are typed. */
final class CorpusName implements ITypeConverter<String>, Iterable<String> {
  /** Stands for every corpus. */
  static final String ALL = "all";

  private static final List<String> NAMES =
      List.of("behaviour", "server", Scenario.CLIENT_CORPUS, ALL);

  @Override
  public String convert(String typed) {
    if (!NAMES.contains(typed)) {
      throw new TypeConversionException(
          "there is no corpus '" + typed + "'" + DidYouMean.among(NAMES, typed));
    }
    return typed;
  }

  @Override
  public Iterator<String> iterator() {
    return NAMES.iterator();
  }
}
