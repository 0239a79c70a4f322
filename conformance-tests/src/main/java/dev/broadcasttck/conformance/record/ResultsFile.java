package dev.broadcasttck.conformance.record;

import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The record of a run as a file; its schema is {@code spec/schema/results.schema.json}. */
public final class ResultsFile {
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
    return bind(file, ResultsTree.read(file));
  }

  /**
   * Reads such a file's content.
   *
   * @param file what it is called
   * @throws dev.broadcasttck.spec.source.InvalidSource if it is no such content, with the reason
   */
  public static Proceedings read(Path file, byte[] content) {
    return bind(file, ResultsTree.read(file, content));
  }

  private static Proceedings bind(Path file, JsonNode tree) {
    try {
      return JSON.treeToValue(tree, Proceedings.class);
    } catch (JacksonException unfit) {
      Problems problems = new Problems();
      problems.add(
          new Location(file.toString(), 1, 1),
          "these results are of a version that kept too little to make reports of; run it again ("
              + unfit.getOriginalMessage()
              + ")");
      problems.refuseAny();
      throw unfit;
    }
  }
}
