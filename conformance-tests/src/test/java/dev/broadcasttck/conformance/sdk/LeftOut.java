package dev.broadcasttck.conformance.sdk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The SDKs that {@code -DskipSdk} leaves out of a build, noted in a file for the build's summary.
 */
final class LeftOut implements ExecutionCondition {
  private static final Path NOTE = Path.of("target", "skipped-sdks.txt");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String sdk = context.getRequiredTestClass().getAnnotation(RealSdk.class).value();
    Set<String> leftOut = leftOut(System.getProperty("skipSdk", ""));
    note(leftOut);
    return leftOut.contains(sdk)
        ? ConditionEvaluationResult.disabled("left out with -DskipSdk=" + sdk)
        : ConditionEvaluationResult.enabled("not left out");
  }

  static Set<String> leftOut(String property) {
    return Arrays.stream(property.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(LeftOut::known)
        .collect(toCollection(TreeSet::new));
  }

  private static String known(String name) {
    if (!Files.isDirectory(Installation.ADAPTERS.resolve(name))) {
      throw new NotInstalled(
          "-DskipSdk names `%s`, but no SDK is called so: the directories of %s are their names."
              .formatted(name, Installation.ADAPTERS.toAbsolutePath().normalize()));
    }
    return name;
  }

  private static void note(Set<String> leftOut) {
    try {
      if (leftOut.isEmpty()) {
        Files.deleteIfExists(NOTE);
      } else {
        Files.createDirectories(NOTE.getParent());
        Files.writeString(NOTE, leftOut.stream().map(name -> name + "\n").collect(joining()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
