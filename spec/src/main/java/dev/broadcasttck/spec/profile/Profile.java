package dev.broadcasttck.spec.profile;

import dev.broadcasttck.spec.rule.Party;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named set of rules. What it holds is frozen: another set has another version.
 *
 * @param title what it is about, in a few words
 * @param judges whom it can certify
 * @param minimumGrade the weakest evidence by which a negative counts, {@code A} to {@code D}
 * @param rules the ids of its rules, never empty
 */
public record Profile(
    String name,
    String version,
    String title,
    String description,
    Set<Party> judges,
    Optional<String> minimumGrade,
    List<String> rules) {

  /** {@code core 1.0.0}. */
  @Override
  public String toString() {
    return name + " " + version;
  }
}
