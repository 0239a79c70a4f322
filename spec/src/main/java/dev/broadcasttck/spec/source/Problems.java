package dev.broadcasttck.spec.source;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far: whoever reads files collects here, and tells them all together. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(Location where, String what) {
    found.add(new Problem(where, what));
  }

  /** Those of somebody who read another part, behind those found so far. */
  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** How many there are; compare two counts to learn whether a part of the work was clean. */
  public int count() {
    return found.size();
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }

  /**
   * Ends the reading where there was anything to complain about.
   *
   * @throws InvalidSource if there was
   */
  public void refuseAny() {
    if (!found.isEmpty()) {
      throw new InvalidSource(all());
    }
  }
}
