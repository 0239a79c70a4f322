package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.tape.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Traces of traffic that goes on, written line by line: into one file, or for each socket and each
 * request into one of its own in a directory.
 */
public final class TraceFiles {
  private static final JsonMapper JSON = Mapping.JSON;

  private final Path place;
  private final String endpoint;
  private final Set<Path> begun = new HashSet<>();

  /**
   * @param endpoint where it was recorded
   */
  public TraceFiles(Path place, String endpoint) {
    this.place = place;
    this.endpoint = endpoint;
  }

  /**
   * Writes the next line.
   *
   * @param secrets what must not stand in it
   */
  public void write(Entry entry, Set<Secret> secrets) {
    Line line = new Transcript(new Redaction(secrets)).of(List.of(entry)).get(0);
    Path file =
        Files.isDirectory(place)
            ? place.resolve(line.on().replaceAll("\\W", "-") + ".jsonl")
            : place;
    try {
      if (begun.add(file)) {
        String vsn = line.url().contains("vsn=2.0.0") ? "2.0.0" : "1.0.0";
        var head = new Trace.Head(Trace.FORMAT, line.on(), vsn, vsn, "recorded", endpoint);
        Files.writeString(file, JSON.writeValueAsString(head) + "\n");
      }
      Files.writeString(file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
