package dev.broadcasttck.conformance.record;

import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * The tape of one playing as a file of its own, a line of JSON each; the first says what was
 * played, where and how it ended.
 *
 * @param lines in their order
 */
public record Trace(Head head, List<Line> lines) {
  static final int FORMAT = 1;

  /**
   * What a trace begins with.
   *
   * @param trace the number of the format
   * @param id the scenario's
   * @param variant how it was played
   * @param vsn the protocol version of those who name none
   * @param verdict what came of it
   * @param endpoint where it was played
   */
  public record Head(
      int trace, String id, String variant, String vsn, String verdict, String endpoint) {}

  public static Trace of(Proceedings proceedings, Case told) {
    Head head =
        new Head(
            FORMAT,
            told.id(),
            told.variant(),
            told.vsn(),
            told.verdict().toString(),
            proceedings.endpoint().socket());
    return new Trace(head, told.tape());
  }

  /** What stands in the file. */
  public String text() {
    return Stream.concat(Stream.of(head), lines.stream())
        .map(Mapping.JSON::writeValueAsString)
        .reduce("", (all, line) -> all + line + "\n");
  }

  /**
   * Reads a file.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if it is no trace, with the reason
   */
  public static Trace read(Path file) {
    Problems problems = new Problems();
    List<String> texts = TextFile.read(file, problems).lines().filter(it -> !it.isBlank()).toList();
    if (texts.isEmpty() && problems.count() == 0) {
      problems.add(place(file, 1), "the file is empty; './tck run --traces DIR' writes traces");
    }
    problems.refuseAny();
    try {
      Head head = Mapping.JSON.readValue(texts.get(0), Head.class);
      return new Trace(head, lines(file, texts, problems));
    } catch (JacksonException noHead) {
      problems.add(
          place(file, 1), "this is no trace; './tck run --traces DIR' writes them, a file each");
      problems.refuseAny();
      throw noHead;
    }
  }

  private static List<Line> lines(Path file, List<String> texts, Problems problems) {
    List<Line> lines = new ArrayList<>();
    for (int number = 2; number <= texts.size(); number++) {
      try {
        lines.add(Mapping.JSON.readValue(texts.get(number - 1), Line.class));
      } catch (JacksonException noLine) {
        problems.add(place(file, number), "not a line of a trace: " + noLine.getOriginalMessage());
      }
    }
    problems.refuseAny();
    return lines;
  }

  private static Location place(Path file, int line) {
    return new Location(file.toString(), line, 1);
  }
}
