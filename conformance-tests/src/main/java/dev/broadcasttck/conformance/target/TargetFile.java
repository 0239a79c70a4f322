package dev.broadcasttck.conformance.target;

import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.TextFile;
import dev.broadcasttck.spec.source.YamlDocument;
import dev.broadcasttck.spec.source.YamlSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where declarations of targets come from: a user's file, or one of the suite's own. */
public final class TargetFile {
  /** The names of the suite's own. */
  public static final List<String> PRESETS = List.of("mock", "supabase", "memfire");

  private static final String SCHEMA = "target.schema.json";

  private TargetFile() {}

  /**
   * Reads a user's.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with every problem of the file
   */
  public static Declaration read(Path file) {
    Problems problems = new Problems();
    String text = TextFile.read(file, problems);
    problems.refuseAny();
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    return reviewed(document(file.toString(), text), folder);
  }

  /** Reads one of the suite's own. The build has checked it. */
  public static Declaration preset(String name) {
    try (InputStream in = TargetFile.class.getResourceAsStream("/tck/targets/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no preset " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Declaration(document("the preset " + name, text), Path.of(""));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Declaration reviewed(YamlDocument document, Path folder) {
    Problems problems = new Problems();
    boolean hasShape =
        new PlainSecrets(document, problems).areAbsent()
            && SchemaCheck.named(SCHEMA).accepts(document, problems);
    Declaration declaration = new Declaration(document, folder);
    if (hasShape) {
      declaration.review(problems);
    }
    problems.refuseAny();
    return declaration;
  }

  private static YamlDocument document(String name, String text) {
    Problems problems = new Problems();
    List<YamlDocument> documents = YamlSource.read(name, text, problems);
    if (documents.isEmpty() && problems.count() == 0) {
      problems.add(new Location(name, 1, 1), "the file is empty; ./tck target init writes one");
    }
    if (documents.size() > 1) {
      problems.add(documents.get(1).at(""), "a second target; a file holds one");
    }
    problems.refuseAny();
    return documents.get(0);
  }
}
