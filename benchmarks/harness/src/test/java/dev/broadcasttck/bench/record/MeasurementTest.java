package dev.broadcasttck.bench.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTest {
  @Test
  void theMedianIsTheValueInTheMiddle() {
    assertThat(of(9.0, 1.0, 5.0).median()).isEqualTo(5);
    assertThat(of(9.0, 1.0, 5.0, 6.0).median()).isEqualTo(5.5);
  }

  @Test
  void aFileKeepsWhatOtherGroupsMeasured(@TempDir Path folder) {
    Path file = folder.resolve("sitting.json");
    var start = new Measurement("mock", "start", Quantity.START, List.of(150.0));
    Ledger.of(List.of(of(1.0), start)).mergeInto(file);

    Ledger.of(List.of(of(2.0))).mergeInto(file);

    assertThat(Ledger.read(file).measurements()).containsExactly(start, of(2.0));
  }

  private static Measurement of(Double... values) {
    return new Measurement("mock", "sockets", Quantity.SETUP, List.of(values));
  }
}
