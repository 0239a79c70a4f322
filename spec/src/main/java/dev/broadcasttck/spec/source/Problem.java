package dev.broadcasttck.spec.source;

/**
 * Something that the author of a file got wrong.
 *
 * @param where the place to mend
 * @param what one sentence: what is wrong, and what would be right
 */
public record Problem(Location where, String what) {
  @Override
  public String toString() {
    return where + ": " + what;
  }
}
