package dev.broadcasttck.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command as a document has it, without its comment: indented, fenced, or amid a sentence.
 *
 * @param document from the project's root
 * @param line counted from 1
 */
record TypedLine(String document, int line, String command) {
  private static final Path HOME = Path.of("..");

  private static final String PROGRAM = "(?:[A-Z_]+=\\S+ )*(?:\\./\\S+|mvn|curl|docker|java|npm) ?";
  private static final Pattern SET_APART =
      Pattern.compile("(?m)^ *(?:- )?(" + PROGRAM + "(?:.*\\\\\n)*.*)$");
  private static final Pattern IN_A_SENTENCE = Pattern.compile("`(\\./tck\\s[^`]+)`");

  static Stream<TypedLine> everywhereIn(String document) {
    return Stream.concat(setApartIn(document), matches(document, IN_A_SENTENCE))
        .sorted(Comparator.comparingInt(TypedLine::line));
  }

  static Stream<TypedLine> setApartIn(String document) {
    return matches(document, SET_APART);
  }

  private static Stream<TypedLine> matches(String document, Pattern pattern) {
    String text = read(HOME.resolve(document));
    List<TypedLine> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int line = Math.toIntExact(text.substring(0, matcher.start()).lines().count()) + 1;
      found.add(new TypedLine(document, line, bare(matcher.group(1))));
    }
    return found.stream();
  }

  private static String bare(String typed) {
    return typed.replace("\\\n", " ").replaceAll("\\s+#.*", "").replaceAll("\\s+", " ").strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return document + ":" + line + ": " + command;
  }
}
