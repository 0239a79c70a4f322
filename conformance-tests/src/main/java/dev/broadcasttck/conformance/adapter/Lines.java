package dev.broadcasttck.conformance.adapter;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines that a process writes, none of which may grow without end. For one thread. */
final class Lines {
  /** In characters: twice the largest frame, every character of it escaped. */
  static final int LONGEST = 64_000_000;

  private static final int END = -1;

  private final Reader text;
  private final int longest;

  /**
   * @param text buffered
   * @param longest in characters
   */
  Lines(Reader text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /**
   * The next line without its end; empty where there is none any more.
   *
   * @throws IOException if the text cannot be read any more
   * @throws AdapterBroken if the line is too long
   */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int character = text.read();
    while (character != END && character != '\n') {
      if (line.length() == longest) {
        throw new AdapterBroken("it wrote a line of more than " + longest + " characters");
      }
      line.append((char) character);
      character = text.read();
    }
    return character == END && line.isEmpty() ? Optional.empty() : Optional.of(withoutReturn(line));
  }

  private static String withoutReturn(StringBuilder line) {
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }
}
