package dev.broadcasttck.conformance.barrier;

/** The broadcasts by which the suite sees that others would have come. */
public final class Sentinels {
  /** Their event, which no scenario uses. */
  public static final String EVENT = "tck-fence";

  /** What hears them, on each channel that something is forbidden to reach. */
  public static final String LISTENER = "tck-fence";

  private Sentinels() {}
}
