package dev.broadcasttck.conformance.scripted;

import java.time.Duration;

/** What a wrong client does to its broadcasts when there are many of them; a right one nothing. */
final class Congestion {
  private static final int BURST = 5;
  private static final int PER_SECOND = 10;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAWDLING = Duration.ofMillis(30);

  private final Loop loop;
  private final Conduct conduct;
  private int underWay;
  private int lately;
  private int passed;

  Congestion(Loop loop, Conduct conduct) {
    this.loop = loop;
    this.conduct = conduct;
  }

  void began() {
    underWay++;
  }

  void ended() {
    underWay--;
  }

  /** Whether a broadcast is forgotten that is to be acknowledged. */
  boolean loses() {
    return underWay == BURST && conduct.does(Misbehaviour.LOSES_ONE_OF_A_BURST);
  }

  /** Lets a broadcast out that nobody acknowledges. */
  void pass(Runnable sending) {
    passed++;
    lately++;
    var unused = loop.after(SECOND, () -> lately--);
    if (lately > PER_SECOND && conduct.does(Misbehaviour.SILENT_RATE_LIMIT)) {
      return;
    }
    if (passed % 2 == 1 && conduct.does(Misbehaviour.SENDS_OUT_OF_ORDER)) {
      var unusedTimer = loop.after(DAWDLING, sending);
    } else {
      sending.run();
    }
  }
}
