package dev.broadcasttck.conformance.record;

import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of results as it is written, or what is wrong with it. */
final class ResultsTree {
  /** What is read from a device may never end. */
  private static final int LONGEST = 256_000_000;

  /** A file that is none of ours breaks rules without end. */
  private static final int MOST_COMPLAINTS = 10;

  private final Path file;
  private final Problems problems = new Problems();

  private ResultsTree(Path file) {
    this.file = file;
  }

  /**
   * Reads a file that this version, an older one or a later one of the same format has written.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if it is no such file, with the reason
   */
  static JsonNode read(Path file) {
    ResultsTree tree = new ResultsTree(file);
    return tree.of(tree.content());
  }

  /** Reads such a file's content. */
  static JsonNode read(Path file, byte[] content) {
    return new ResultsTree(file).of(content);
  }

  private byte[] content() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LONGEST + 1);
      if (content.length <= LONGEST) {
        return content;
      }
      complain("the file has more than " + LONGEST + " bytes, which is too much");
    } catch (IOException unreadable) {
      complain("the file cannot be read: " + TextFile.why(unreadable));
    }
    problems.refuseAny();
    return new byte[0];
  }

  private JsonNode of(byte[] content) {
    JsonNode root = json(content);
    problems.refuseAny();
    refuseOtherFormats(root);
    problems.refuseAny();
    SchemaCheck.named("results.schema.json").complaints(root).stream()
        .limit(MOST_COMPLAINTS)
        .forEach(this::complain);
    problems.refuseAny();
    return root;
  }

  private JsonNode json(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return JsonMapper.shared().readTree(content);
    } catch (CharacterCodingException notUtf8) {
      complain("the file is not UTF-8 text");
    } catch (JacksonException notJson) {
      int line = notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr();
      problems.add(
          new Location(file.toString(), Math.max(1, line), 1),
          "not readable as JSON; is the file whole?");
    }
    return JsonMapper.shared().createObjectNode();
  }

  private void refuseOtherFormats(JsonNode root) {
    if (!root.has("format") || !root.path("tool").path("name").asString("").contains("tck")) {
      complain("these are no results of './tck run --json FILE'");
    } else if (root.path("format").asInt(0) != Proceedings.FORMAT) {
      complain(
          "the results have format %s, and this version reads format %d"
              .formatted(root.path("format"), Proceedings.FORMAT));
    }
  }

  private void complain(String what) {
    problems.add(new Location(file.toString(), 1, 1), what);
  }
}
