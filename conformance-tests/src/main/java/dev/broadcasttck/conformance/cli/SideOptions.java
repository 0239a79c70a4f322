package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.mock.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is typed of one of two servers.
 *
 * @param name {@code a} or {@code b}
 * @param target an address, a target file, or the name of a preset
 * @param apiKey of a server that is named by its address
 * @param faults of the bundled mock
 */
record SideOptions(String name, String target, @Nullable String apiKey, List<Fault> faults) {
  private static final String KEY_VARIABLE = "TCK_APIKEY";

  /** The server. */
  Venue venue(Surroundings surroundings) {
    EndpointOptions endpoint = new EndpointOptions();
    TargetOption named = new TargetOption();
    if (target.contains("://")) {
      endpoint.url = target;
    } else {
      named.target = target;
    }
    endpoint.apiKey = key(surroundings.environment());
    if (target.equals(BundledMock.PRESET)) {
      refuseKey();
      return BundledMock.open(faults);
    }
    if (!faults.isEmpty()) {
      throw Mistake.usage(
          "--fault-" + name + " is for the bundled mock, and this is another server");
    }
    Optional<Venue> host = named.host(endpoint, surroundings);
    return host.orElseThrow();
  }

  /** The one that was typed, else the variable of this side; that of both is looked up later. */
  private @Nullable String key(Map<String, String> environment) {
    String ofSide = environment.get(KEY_VARIABLE + "_" + name.toUpperCase(Locale.ROOT));
    return apiKey == null ? ofSide : apiKey;
  }

  private void refuseKey() {
    if (apiKey != null) {
      throw Mistake.usage("--apikey-" + name + ": the bundled mock makes its own");
    }
  }
}
