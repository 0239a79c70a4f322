package dev.broadcasttck.bench.record;

/** What is measured, as the record and the document call it. */
public final class Quantity {
  public static final String DELIVERIES = "deliveries/s";
  public static final String CPU = "server CPU µs a delivery";
  public static final String GENERATOR = "generator busy %";
  public static final String P50 = "p50 ms";
  public static final String P99 = "p99 ms";
  public static final String SETUP = "sockets joined/s";
  public static final String HEAP = "heap bytes an idle socket";
  public static final String START = "start to listening ms";
  public static final String START_CPU = "CPU until listening ms";
  public static final String WALL = "wall time s";
  public static final String NEGATIVE = "median cost of a negative ms, grade ";

  private Quantity() {}
}
