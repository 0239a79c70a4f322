package dev.broadcasttck.conformance.kill;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why it is right that a scenario takes no notice of a fault, or too much.
 *
 * @param faults the names of the faults, as a pattern
 * @param reason in one sentence
 */
public record Excuse(Pattern faults, String reason) {

  /** Why scenarios that prove something else are red. */
  public static final List<Excuse> COLLATERAL = List.of();

  /** Why a scenario that proves what a fault breaks passes although the fault shows. */
  public static final List<Excuse> SPARED = List.of();

  /** Why a fault shows in the scenarios of one file only. */
  public static final List<Excuse> IN_ONE_FILE = List.of();

  private static Excuse of(String faults, String reason) {
    return new Excuse(Pattern.compile(faults), reason);
  }

  boolean isFor(String fault) {
    return faults.matcher(fault).matches();
  }

  /** Whether one of them is for a fault. */
  public static boolean isAmong(List<Excuse> excuses, String fault) {
    return excuses.stream().anyMatch(excuse -> excuse.isFor(fault));
  }
}
