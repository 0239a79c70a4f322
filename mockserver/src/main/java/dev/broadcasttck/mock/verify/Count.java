package dev.broadcasttck.mock.verify;

/**
 * How often something is to come.
 *
 * @param most {@code Integer.MAX_VALUE} for any number
 */
record Count(int least, int most) {
  Count {
    if (least < 0) {
      throw new IllegalArgumentException("nothing comes " + least + " times");
    }
  }

  static Count exactly(int times) {
    return new Count(times, times);
  }

  static Count atLeast(int times) {
    return new Count(times, Integer.MAX_VALUE);
  }

  boolean admits(int times) {
    return least <= times && times <= most;
  }

  boolean isReached(int times) {
    return times >= least;
  }

  static String inWords(int times) {
    return times == 0 ? "never" : times == 1 ? "once" : times + " times";
  }

  @Override
  public String toString() {
    return least == most ? inWords(least) : "at least " + inWords(least);
  }
}
