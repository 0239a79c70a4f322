package dev.broadcasttck.mock.calamity;

import java.time.Duration;
import java.util.List;

/**
 * What a calamity claims to be, as clients see it.
 *
 * @param pieces in how many the bytes come at least
 * @param millis how long it takes at least
 */
record Row(String name, Scene scene, String okHttp, String node, int pieces, int millis) {
  private static final Duration SHORT = Duration.ofMillis(900);
  private static final Duration LONG = Duration.ofSeconds(20);

  /** What a client does until it sees something. */
  enum Scene {
    /** Joins, sends a heartbeat 100 ms later, and waits for both replies. */
    JOIN,
    /** Joins, and closes with 1000 once it is answered. */
    CLOSE,
    /** Opens a socket, joins, and waits for one reply. */
    OPEN,
    /** Sends a batch over REST. */
    REST
  }

  /** One from a line such as {@code DRIPS | JOIN | joined | joined | 20 pieces, 50 ms}. */
  static Row of(String line) {
    List<String> cells = List.of(line.split("\\s*\\|\\s*"));
    String more = cells.size() > 4 ? cells.get(4) : "";
    return new Row(
        cells.get(0),
        Scene.valueOf(cells.get(1)),
        cells.get(2),
        cells.get(3),
        number(more, "pieces?"),
        number(more, "ms"));
  }

  /** Until nothing is taken for nothing; long where something is to come. */
  static Duration patience(String expected) {
    return expected.equals("silent") || expected.equals("closing") ? SHORT : LONG;
  }

  /** Whether all comes in one piece. */
  boolean isWhole() {
    return pieces == 1;
  }

  private static int number(String text, String unit) {
    String digits = text.replaceFirst("(?:.*?, )?(\\d+) " + unit + ".*", "$1");
    return digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
