package dev.broadcasttck.capacity;

import io.gatling.app.Gatling;
import java.util.Optional;

/** The command {@code benchmarks/capacity}. */
public final class Capacity {
  private static final int USAGE = 4;
  private static final String HELP =
      """
      Usage: benchmarks/capacity --url URL [--NAME VALUE]...
      Puts a server under load with Gatling; the key comes from the variable TCK_APIKEY.

        --url URL       the server's WebSocket: wss://HOST/realtime/v1/websocket
        --vsn V         1.0.0 or 2.0.0; default 1.0.0
        --hearers N     sockets that hear each broadcast; default 50
        --rate N        broadcasts a second; default 5
        --seconds N     how long they are sent; default 20
        --ramp N        over how many seconds the sockets are opened; default 5
        --p99 N         fails where 99 % of the deliveries take longer, in ms; default 1000
        --ratio P       fails where fewer percent of the deliveries arrive; default 99.9

      Exit codes: 0 within the limits, 2 not, 4 wrong usage.""";

  private Capacity() {}

  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("--help")) {
      System.out.println(HELP);
      return;
    }
    try {
      read(arguments);
      Load.of(System.getProperties(), "");
    } catch (Mistake mistake) {
      System.err.println("benchmarks/capacity: " + mistake.getMessage());
      System.exit(USAGE);
    }
    Gatling.main(
        new String[] {
          "--simulation", BroadcastSimulation.class.getName(),
          "--results-folder",
              Optional.ofNullable(System.getProperty("tck.results")).orElse("target")
        });
  }

  static void read(String[] arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      String word = arguments[i];
      if (!word.startsWith("--") || !Load.names().contains(word.substring(2))) {
        throw new Mistake(
            "unknown option '"
                + word
                + "'; there are --"
                + String.join(", --", Load.names())
                + "; see 'benchmarks/capacity --help'");
      }
      if (i + 1 == arguments.length) {
        throw new Mistake(word + ": a value is missing");
      }
      Load.set(word.substring(2), arguments[i + 1]);
    }
  }
}
