package dev.broadcasttck.mock.fault;

import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * On which of its occasions a fault shows. It counts them, so each server needs its own; for one
 * thread.
 */
public final class Rhythm implements Occasions {
  private final LongPredicate shows;
  private long count;

  private Rhythm(LongPredicate shows, long past) {
    this.shows = shows;
    this.count = past;
  }

  /** On the nth only, counted from 1. */
  public static Rhythm nth(long n) {
    return new Rhythm(number -> number == n, 0);
  }

  /**
   * On one in so many.
   *
   * @param past how many occasions are taken for past at the beginning
   */
  public static Rhythm oneIn(int occasions, long past) {
    return new Rhythm(number -> number % occasions == 0, past);
  }

  @Override
  public boolean include(Supplier<Subject> about) {
    return shows.test(++count);
  }
}
