package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlDocument;
import dev.broadcasttck.spec.source.YamlSource;
import java.util.List;

/**
 * A YAML file of rules or scenarios.
 *
 * @param name the path as a reader would type it
 * @param corpus the folder it lies in; only meant for scenarios
 * @param text its content
 */
record SourceFile(String name, String corpus, String text) {
  private static final String DEFAULT_CORPUS = "behaviour";

  /**
   * A file by where it lies.
   *
   * @param below the path below its home, with {@code /} between its names; the first folder is the
   *     corpus
   */
  static SourceFile of(String name, String below, String text) {
    int slash = below.indexOf('/');
    return new SourceFile(name, slash < 0 ? DEFAULT_CORPUS : below.substring(0, slash), text);
  }

  /** Its documents, without those that the check does not accept. */
  List<YamlDocument> documents(Check check, Problems problems) {
    return YamlSource.read(name, text, problems).stream()
        .filter(document -> check.accepts(document, problems))
        .toList();
  }
}
