package dev.broadcasttck.spec.rule;

import java.util.Optional;

/**
 * Where a rule comes from: a section of a public document, or a recording of a real server.
 *
 * @param document the document's title, or {@code recording}
 * @param section the section's heading, or the recording's name
 */
public record Source(String document, Optional<String> section) {
  /** The document of a source that is a recording of a real server. */
  public static final String RECORDING = "recording";

  @Override
  public String toString() {
    String joint = document.equals(RECORDING) ? " " : ", ";
    return section.map(s -> document + joint + s).orElse(document);
  }
}
