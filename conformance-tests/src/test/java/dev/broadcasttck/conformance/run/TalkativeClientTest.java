package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that also says what it is about to do is not taken for one that failed. */
class TalkativeClientTest {
  @Test
  void aChannelOnItsWayIsWaitedFor() throws InterruptedException {
    List<Playing> playings =
        Playing.all(OddServer.CORPUS).stream()
            .filter(playing -> playing.scenario().corpus().equals("behaviour"))
            .filter(playing -> playing.scenario().id().matches("(JOIN-1|SELF-1)/.*"))
            .toList();
    try (BundledMock mock = BundledMock.open(List.of());
        Transport transport = Transport.open(TransportOptions.PLAIN);
        Driver driver = new Talkative(new ScriptedDriver(transport, Set.of()))) {
      Outcome outcome =
          new Run(
                  OddServer.CORPUS.rules(),
                  mock.target(),
                  driver,
                  Optional.empty(),
                  Quota.OWN,
                  Budgets.DEFAULT,
                  Rigour.DEFAULT)
              .play(playings, new SilentListener());

      assertThat(outcome.results())
          .isNotEmpty()
          .extracting(Result::verdict)
          .containsOnly(Verdict.PASSED);
    }
  }

  private record Talkative(Driver driver) implements Driver {
    @Override
    public DriverProfile profile() {
      return driver.profile();
    }

    @Override
    public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
      return driver.client(options, tap, new SubscribingFirst(ear));
    }

    @Override
    public void close() {
      driver.close();
    }
  }

  private record SubscribingFirst(Ear ear) implements Ear {
    @Override
    public void status(String channel, String status) {
      ear.status(channel, "SUBSCRIBING");
      ear.status(channel, status);
    }

    @Override
    public void message(String channel, String listener, String event, JsonNode payload) {
      ear.message(channel, listener, event, payload);
    }

    @Override
    public void settled(String send, String result) {
      ear.settled(send, result);
    }

    @Override
    public void uncaught(String text) {
      ear.uncaught(text);
    }
  }
}
