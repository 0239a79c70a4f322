package dev.broadcasttck.conformance.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A command with which nothing can be proven.
 *
 * @param subject what is wrong
 * @param command as it is typed after {@code ./tck}; words in capitals stand for something else
 * @param exitCode that it must have
 * @param saying a part of what it must say
 */
record Probe(String subject, String command, int exitCode, String saying) {
  /** The words of the command, with what the capitals stand for. */
  List<String> words(Map<String, List<String>> meanings) {
    return Arrays.stream(command.split(" ", -1))
        .flatMap(word -> meanings.getOrDefault(word, List.of(word)).stream())
        .toList();
  }

  /** A row of a table. */
  String row() {
    return "| %s | `%s` | %d | %s |".formatted(subject, command, exitCode, saying);
  }

  @Override
  public String toString() {
    return subject + ": " + command;
  }
}
