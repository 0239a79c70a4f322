package dev.broadcasttck.mock.script;

/**
 * How much a journal keeps at most; the last line always.
 *
 * @param bytes of the content of frames, requests and answers
 */
public record Retention(int lines, long bytes) {
  /** Nothing is forgotten. */
  public static final Retention EVERYTHING = new Retention(Integer.MAX_VALUE, Long.MAX_VALUE);

  /** Enough to look back in a server that runs all day. */
  public static final Retention RECENT = new Retention(20_000, 64_000_000);
}
