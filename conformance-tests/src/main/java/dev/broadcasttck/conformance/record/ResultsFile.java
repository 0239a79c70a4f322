package dev.broadcasttck.conformance.record;

import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The record of a run as a file; its schema is {@code spec/schema/results.schema.json}. */
public final class ResultsFile {
  private static final int MOST_COMPLAINTS = 10;

  private static final JsonMapper JSON =
      Mapping.JSON.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ResultsFile() {}

  /** What stands in the file. */
  public static String text(Proceedings proceedings) {
    return JSON.writeValueAsString(proceedings) + "\n";
  }

  /**
   * Reads a file that this version or an older one has written.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if it is no such file, with the reason
   */
  public static Proceedings read(Path file) {
    Problems problems = new Problems();
    byte[] content = content(file, problems);
    problems.refuseAny();
    return read(file, content);
  }

  /**
   * Reads such a file's content.
   *
   * @param file what it is called
   * @throws dev.broadcasttck.spec.source.InvalidSource if it is no such content, with the reason
   */
  public static Proceedings read(Path file, byte[] content) {
    Problems problems = new Problems();
    JsonNode tree = tree(file, content, problems);
    problems.refuseAny();
    refuseOtherFormats(tree, place(file), problems);
    problems.refuseAny();
    List<String> complaints = SchemaCheck.named("results.schema.json").complaints(tree);
    complaints.stream().limit(MOST_COMPLAINTS).forEach(it -> problems.add(place(file), it));
    problems.refuseAny();
    try {
      return JSON.treeToValue(tree, Proceedings.class);
    } catch (JacksonException unfit) {
      problems.add(
          place(file),
          "these results are of a version that kept too little to make reports of; run it again ("
              + unfit.getOriginalMessage()
              + ")");
      problems.refuseAny();
      throw unfit;
    }
  }

  private static byte[] content(Path file, Problems problems) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      problems.add(place(file), "the file cannot be read: " + unreadable.getMessage());
      return new byte[0];
    }
  }

  private static JsonNode tree(Path file, byte[] content, Problems problems) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return JSON.readTree(content);
    } catch (CharacterCodingException notUtf8) {
      problems.add(place(file), "the file is not UTF-8 text");
    } catch (JacksonException notJson) {
      problems.add(
          new Location(file.toString(), Math.max(1, line(notJson)), 1),
          "not readable as JSON, which results of './tck run --json FILE' are: "
              + notJson.getOriginalMessage());
    }
    return JSON.createObjectNode();
  }

  private static int line(JacksonException problem) {
    return problem.getLocation() == null ? 1 : problem.getLocation().getLineNr();
  }

  private static void refuseOtherFormats(JsonNode tree, Location start, Problems problems) {
    if (!tree.has("format") || !tree.path("tool").path("name").asString("").contains("tck")) {
      problems.add(start, "these are no results of './tck run --json FILE'");
    } else if (tree.path("format").asInt(0) != Proceedings.FORMAT) {
      problems.add(
          start,
          "the results have format %s, and this version reads format %d"
              .formatted(tree.path("format"), Proceedings.FORMAT));
    }
  }

  private static Location place(Path file) {
    return new Location(file.toString(), 1, 1);
  }
}
