package dev.broadcasttck.bench.record;

import static java.util.stream.Collectors.joining;

import dev.broadcasttck.bench.measure.FanOut;
import dev.broadcasttck.bench.measure.Sockets;
import dev.broadcasttck.bench.server.Roster;
import dev.broadcasttck.bench.wire.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was measured, as Markdown: the last sitting in full, and the rankings of all. */
public record Tables(List<Ledger> sittings) {
  private static final List<Integer> FAN_OUTS = List.of(10, 100, 1_000);
  private static final String NOTHING = "–";
  private static final double THOUSAND = 1e3;

  public String markdown() {
    Stream<String> parts =
        Stream.concat(
            Stream.of(facts()),
            Stream.concat(fanOuts(), Stream.of(sockets(), suite(), rankings())));
    return parts.filter(part -> !part.isEmpty()).collect(joining("\n"));
  }

  private Ledger last() {
    return sittings.get(sittings.size() - 1);
  }

  private String facts() {
    Machine machine = last().machine();
    int rounds = last().measurements().stream().mapToInt(it -> it.values().size()).max().orElse(0);
    return """
        Measured on %s with `benchmarks/run --rounds %d`, whose medians are shown: %s, %d cores,
        %d GB, %s, %s.
        """
        .formatted(
            last().date(),
            rounds,
            machine.processor(),
            machine.cores(),
            machine.gigabytes(),
            machine.system(),
            machine.java());
  }

  private Stream<String> fanOuts() {
    return FAN_OUTS.stream()
        .flatMap(hearers -> Stream.of(Framing.values()).map(framing -> fanOut(hearers, framing)));
  }

  private String fanOut(int hearers, Framing framing) {
    String scenario = FanOut.scenario(hearers, framing);
    Optional<Double> netty = last().median(Roster.NETTY, scenario, Quantity.DELIVERIES);
    List<String> rows = new ArrayList<>();
    for (String server : ranking(last(), scenario)) {
      Optional<Double> deliveries = last().median(server, scenario, Quantity.DELIVERIES);
      rows.add(
          row(
              server,
              number("%.0f", deliveries.map(it -> it / THOUSAND)),
              number("%.2f", deliveries.flatMap(it -> netty.map(base -> it / base))),
              number("%.2f", last().median(server, scenario, Quantity.CPU)),
              number("%.2f", last().median(server, scenario, Quantity.P50)),
              number("%.2f", last().median(server, scenario, Quantity.P99)),
              number("%.0f", last().median(server, scenario, Quantity.GENERATOR))));
    }
    String head =
        row(
            "server",
            "thousand deliveries/s",
            "times plain Netty",
            "CPU µs a delivery",
            "p50 ms",
            "p99 ms",
            "generator busy %");
    String table = table("### From 1 to %,d, framing %s".formatted(hearers, framing), head, rows);
    return last()
        .median(Roster.NULL, scenario, Quantity.DELIVERIES)
        .map(most -> table + ceiling(most))
        .orElse(table);
  }

  private static String ceiling(double most) {
    return "\nThe generator counts up to %.0f thousand deliveries/s from a server that does nothing else.\n"
        .formatted(most / THOUSAND);
  }

  private String sockets() {
    List<String> rows =
        servers("start", Quantity.START)
            .map(
                server ->
                    row(
                        server,
                        number("%.0f", last().median(server, "start", Quantity.START)),
                        number("%.0f", last().median(server, "start", Quantity.START_CPU)),
                        number("%.0f", last().median(server, Sockets.SCENARIO, Quantity.SETUP)),
                        number(
                            "%.1f",
                            last()
                                .median(server, Sockets.SCENARIO, Quantity.HEAP)
                                .map(it -> it / THOUSAND))))
            .toList();
    String head =
        row(
            "server",
            "start to listening, ms",
            "CPU of that, ms",
            "sockets joined/s",
            "kB of heap a socket");
    return table("### Start and sockets", head, rows);
  }

  private String suite() {
    List<String> rows =
        last().measurements().stream()
            .filter(it -> it.scenario().startsWith("./tck"))
            .map(
                it ->
                    row(
                        "`" + it.scenario() + "`",
                        it.quantity(),
                        number("%.2f", Optional.of(it.median()))))
            .toList();
    return table("### The suite against the mock", row("command", "what", "median"), rows);
  }

  private String rankings() {
    List<String> rows = new ArrayList<>();
    for (int hearers : FAN_OUTS) {
      for (Framing framing : Framing.values()) {
        String scenario = FanOut.scenario(hearers, framing);
        for (Ledger sitting : sittings) {
          List<String> order = ranking(sitting, scenario);
          if (!order.isEmpty()) {
            rows.add(row(scenario, sitting.date(), String.join(" > ", order)));
          }
        }
      }
    }
    String head = row("scenario", "sitting", "by deliveries/s");
    return table("### The ranking in each sitting", head, rows);
  }

  /** The most deliveries first. The null server takes no part. */
  private static List<String> ranking(Ledger record, String scenario) {
    return record.measurements().stream()
        .filter(it -> it.scenario().equals(scenario) && it.quantity().equals(Quantity.DELIVERIES))
        .filter(it -> !it.server().equals(Roster.NULL))
        .sorted((one, other) -> Double.compare(other.median(), one.median()))
        .map(Measurement::server)
        .toList();
  }

  private Stream<String> servers(String scenario, String quantity) {
    return last().measurements().stream()
        .filter(it -> it.scenario().equals(scenario) && it.quantity().equals(quantity))
        .map(Measurement::server);
  }

  private static String number(String format, Optional<Double> value) {
    return value.map(it -> String.format(Locale.ROOT, format, it)).orElse(NOTHING);
  }

  private static String table(String title, String head, List<String> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String rule = head.replaceAll("[^|]+", " --- ");
    return Stream.concat(Stream.of(title, "", head, rule), rows.stream())
        .collect(joining("\n", "", "\n"));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
