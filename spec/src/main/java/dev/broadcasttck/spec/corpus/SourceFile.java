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
   * A file by the path below its home.
   *
   * @param path with {@code /} between its names; the first folder is the corpus
   */
  static SourceFile of(String home, String path, String text) {
    int slash = path.indexOf('/');
    String corpus = slash < 0 ? DEFAULT_CORPUS : path.substring(0, slash);
    return new SourceFile(home + "/" + path, corpus, text);
  }

  /** Its documents, without those that the check does not accept. */
  List<YamlDocument> documents(Check check, Problems problems) {
    return YamlSource.read(name, text, problems).stream()
        .filter(document -> check.accepts(document, problems))
        .toList();
  }
}
