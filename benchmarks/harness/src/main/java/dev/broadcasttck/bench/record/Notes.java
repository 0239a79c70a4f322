package dev.broadcasttck.bench.record;

import java.util.ArrayList;
import java.util.List;

/** Values as they come in, round by round. */
public final class Notes {
  private final List<Measurement> measurements = new ArrayList<>();

  public void add(String server, String scenario, String quantity, double value) {
    var next = new Measurement(server, scenario, quantity, List.of(value));
    for (int i = 0; i < measurements.size(); i++) {
      Measurement known = measurements.get(i);
      if (known.isOf(next)) {
        List<Double> values = new ArrayList<>(known.values());
        values.add(value);
        measurements.set(i, new Measurement(server, scenario, quantity, List.copyOf(values)));
        return;
      }
    }
    measurements.add(next);
  }

  public List<Measurement> measurements() {
    return List.copyOf(measurements);
  }
}
