package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.probe.Addresses;
import dev.broadcasttck.conformance.probe.EndpointProbe;
import dev.broadcasttck.conformance.probe.Standing;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Stranger;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;

/** The server that the configuration parameters name, and the scripted client. */
record ConfiguredTrial(ConfigurationParameters parameters) implements Trial {
  private static final String URL = BroadcastTckEngine.ID + ".url";
  private static final String KEY = BroadcastTckEngine.ID + ".apikey";

  @Override
  public Outcome play(List<Playing> playings, RunListener listener) throws InterruptedException {
    try (Transport transport = Transport.open(TransportOptions.PLAIN);
        PlainNetwork network = PlainNetwork.open(TransportOptions.PLAIN);
        Venue venue = venue();
        Driver driver = new ScriptedDriver(transport)) {
      if (venue instanceof Stranger) {
        knock(transport, venue, playings.get(0));
      }
      return new Run(
              Corpora.bundledRules(),
              venue.target(),
              driver,
              Optional.of(network),
              venue.quota(),
              Budgets.DEFAULT,
              Rigour.within(venue.quota()))
          .play(playings, listener);
    }
  }

  private Venue venue() {
    Optional<Venue> named =
        parameters
            .get(URL)
            .map(url -> new Stranger(Addresses.of(url).endpoint(key(), Map.of()), List.of(key())));
    return named.orElseGet(() -> BundledMock.open(List.of()));
  }

  private Secret key() {
    return parameters
        .get(KEY)
        .or(() -> Optional.ofNullable(System.getenv("TCK_APIKEY")))
        .map(Secret::new)
        .orElseThrow(() -> new JUnitException(URL + " needs a key in " + KEY + " or TCK_APIKEY"));
  }

  private static void knock(Transport transport, Venue venue, Playing first)
      throws InterruptedException {
    Standing standing = new EndpointProbe(transport).probe(venue.endpoint(), first.variant().vsn());
    if (!(standing instanceof Standing.Speaks)) {
      throw new JUnitException(standing.sentence());
    }
  }
}
