package dev.broadcasttck.capacity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of a server.
 *
 * @param url of its WebSocket, without a query
 * @param vsn the framing, 1.0.0 or 2.0.0
 * @param hearers how many sockets hear each broadcast, besides the one that sends
 * @param rate broadcasts a second
 * @param seconds how long they are sent
 * @param ramp over how many seconds the sockets are opened
 * @param p99 what 99 % of the deliveries may take at most, in milliseconds
 * @param ratio the part of the deliveries that has to arrive, in percent
 */
record Load(
    URI url,
    String key,
    String vsn,
    int hearers,
    int rate,
    int seconds,
    int ramp,
    int p99,
    double ratio) {
  /** What the settings are called as properties of the process, and what they are by default. */
  static final Map<String, String> DEFAULTS =
      Map.of(
          "vsn", "1.0.0", "hearers", "50", "rate", "5", "seconds", "20", "ramp", "5", "p99", "1000",
          "ratio", "99.9");

  private static final String PREFIX = "tck.";
  private static final int MOST_HEARERS = 20_000;
  private static final int MOST_PER_SECOND = 1_000;
  private static final int LONGEST = 3_600;
  private static final int LONGEST_DELIVERY = 60_000;

  /**
   * From the properties of a process, {@code tck.url} and so on.
   *
   * @param key empty where there is none
   * @throws Mistake where one is missing or cannot be
   */
  static Load of(Properties properties, String key) {
    return new Load(
        url(properties),
        key,
        vsn(properties),
        number(properties, "hearers", 1, MOST_HEARERS),
        number(properties, "rate", 1, MOST_PER_SECOND),
        number(properties, "seconds", 1, LONGEST),
        number(properties, "ramp", 1, LONGEST),
        number(properties, "p99", 1, LONGEST_DELIVERY),
        ratio(properties));
  }

  /** All that can be set. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(DEFAULTS.keySet());
    names.add("url");
    return names;
  }

  static void set(String name, String value) {
    System.setProperty(PREFIX + name, value);
  }

  int broadcasts() {
    return rate * seconds;
  }

  int sockets() {
    return hearers + 1;
  }

  private static URI url(Properties properties) {
    String url = properties.getProperty(PREFIX + "url", "");
    if (url.isEmpty()) {
      throw new Mistake(
          "--url is missing: no server is put under load that is not named, such as"
              + " --url ws://127.0.0.1:4000/realtime/v1/websocket");
    }
    try {
      URI address = URI.create(url);
      if (List.of("ws", "wss").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null
          && address.getRawQuery() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new Mistake("--url: '" + url + "' is no URL");
    }
    throw new Mistake(
        "--url: give the server's WebSocket without a query, such as"
            + " wss://HOST/realtime/v1/websocket; the key comes from TCK_APIKEY");
  }

  private static String vsn(Properties properties) {
    String vsn = text(properties, "vsn");
    if (!Set.of("1.0.0", "2.0.0").contains(vsn)) {
      throw new Mistake("--vsn: " + vsn + " is no framing; give 1.0.0 or 2.0.0");
    }
    return vsn;
  }

  private static int number(Properties properties, String name, int least, int most) {
    String text = text(properties, name);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Mistake("--" + name + ": '" + text + "' is no whole number");
    }
    throw new Mistake(
        "--"
            + name
            + ": "
            + text
            + " is not possible; give a number from "
            + least
            + " to "
            + most);
  }

  private static double ratio(Properties properties) {
    String text = text(properties, "ratio");
    try {
      double ratio = Double.parseDouble(text);
      if (ratio > 0 && ratio <= 100) {
        return ratio;
      }
    } catch (NumberFormatException e) {
      throw new Mistake("--ratio: '" + text + "' is no number");
    }
    throw new Mistake("--ratio: " + text + " is not possible; give a percentage up to 100");
  }

  private static String text(Properties properties, String name) {
    return properties.getProperty(PREFIX + name, DEFAULTS.getOrDefault(name, ""));
  }
}
