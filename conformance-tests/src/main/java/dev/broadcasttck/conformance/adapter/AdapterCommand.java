package dev.broadcasttck.conformance.adapter;

import java.nio.file.Path;
import java.util.List;

/**
 * How an adapter is started.
 *
 * @param words the program and its arguments
 * @param directory where it is started
 */
public record AdapterCommand(List<String> words, Path directory) {
  public AdapterCommand {
    words = List.copyOf(words);
  }

  /** As it would be typed. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
