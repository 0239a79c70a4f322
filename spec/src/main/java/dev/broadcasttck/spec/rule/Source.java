package dev.broadcasttck.spec.rule;

import java.util.Optional;

/**
 * Where a rule comes from: a section of a public document, or a recording of a real server.
 *
 * @param document the document's title, or {@code recording}
 * @param section the section's heading, or the recording's name
 */
public record Source(String document, Optional<String> section) {
  @Override
  public String toString() {
    return section.map(s -> document + ", " + s).orElse(document);
  }
}
