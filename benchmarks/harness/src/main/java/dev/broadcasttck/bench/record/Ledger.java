package dev.broadcasttck.bench.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sitting: all that was measured, possibly group by group.
 *
 * @param date when its last part was measured
 */
public record Ledger(String date, Machine machine, List<Measurement> measurements) {
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public static Ledger of(List<Measurement> measurements) {
    return new Ledger(
        LocalDateTime.now(ZoneOffset.UTC).format(TO_THE_MINUTE), Machine.here(), measurements);
  }

  public static Ledger read(Path file) {
    return JSON.readValue(file.toFile(), Ledger.class);
  }

  /** Empty where that was not measured. */
  Optional<Double> median(String server, String scenario, String quantity) {
    var wanted = new Measurement(server, scenario, quantity, List.of());
    return measurements.stream().filter(wanted::isOf).findFirst().map(Measurement::median);
  }

  /** Writes it, beside what the file holds of other measurements; returns both. */
  public Ledger mergeInto(Path file) {
    List<Measurement> kept =
        Files.exists(file)
            ? read(file).measurements.stream()
                .filter(old -> measurements.stream().noneMatch(old::isOf))
                .toList()
            : List.of();
    Ledger both =
        new Ledger(date, machine, Stream.concat(kept.stream(), measurements.stream()).toList());
    try {
      Files.writeString(file, JSON.writeValueAsString(both) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return both;
  }
}
