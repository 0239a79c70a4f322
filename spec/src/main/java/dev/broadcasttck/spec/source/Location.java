package dev.broadcasttck.spec.source;

/**
 * A place in a file that somebody wrote.
 *
 * @param file the path as a reader would type it
 * @param line counted from 1
 * @param column counted from 1
 */
public record Location(String file, int line, int column) {
  /** {@code file:line}, which terminals and editors make into a link. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
