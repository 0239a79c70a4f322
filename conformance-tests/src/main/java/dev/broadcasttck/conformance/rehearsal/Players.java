package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.TapeEar;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Variant;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients on a stage, each with the timers that it goes by. */
final class Players {
  private final Stage stage;
  private final BroadcastMock mock;
  private final Passes passes;
  private final Map<String, Timers> timers = new LinkedHashMap<>();

  Players(Stage stage, BroadcastMock mock, Passes passes) {
    this.stage = stage;
    this.mock = mock;
    this.passes = passes;
  }

  /** Makes an actor's client. */
  void enter(Actor actor, Variant variant, Driver driver) {
    timers.put(actor.name(), driver.profile().effective(Timers.of(actor.settings())));
    DriverClient client =
        driver.client(
            options(actor, variant, driver), wire -> {}, new TapeEar(stage.tape(), actor.name()));
    if (passes.hasToBeCalledFor(actor, driver.profile())) {
      client.setToken(Optional.empty());
    }
    stage.enter(actor.name(), client);
  }

  private ClientOptions options(Actor actor, Variant variant, Driver driver) {
    ProtocolVersion vsn =
        actor.vsn().orElse(variant.isOwn() ? driver.profile().vsn() : variant.vsn());
    Encoding own = driver.profile().ownEncoding();
    Encoding encoding = actor.encoding().orElse(variant.isOwn() ? own : variant.encoding());
    ClientOptions options =
        new ClientOptions(
            endpoint(actor),
            vsn,
            encoding,
            Timers.of(actor.settings()),
            passes.source(actor, driver.profile()));
    return settled(actor, options);
  }

  /** What else a scenario says of how an actor's client is made. */
  private static ClientOptions settled(Actor actor, ClientOptions options) {
    ClientOptions limited = actor.settings().limitsItself() ? options : options.unlimited();
    return actor.settings().isGivenTransport() ? limited.withGivenTransport() : limited;
  }

  private Endpoint endpoint(Actor actor) {
    return new Endpoint(
        below(actor, mock.socketUrl()),
        below(actor, mock.broadcastUrl()),
        passes.key(actor.name()),
        Map.of());
  }

  /** An address of the mock's, for an actor whose project has a path. */
  private static URI below(Actor actor, URI address) {
    return address.resolve(actor.settings().below() + address.getRawPath());
  }

  List<String> names() {
    return List.copyOf(timers.keySet());
  }

  /** How long to wait for what must come: by one of the client's timers, where one is named. */
  Duration budget(Optional<String> timer, Optional<String> actor) {
    return timer
        .map(name -> longest(name, actor).multipliedBy(2).plus(stage.budgets().mustCome()))
        .orElse(stage.budgets().mustCome());
  }

  /** The longest that a timer is among some clients. */
  Duration longest(String timer, Optional<String> actor) {
    return timers.entrySet().stream()
        .filter(entry -> actor.map(entry.getKey()::equals).orElse(true))
        .flatMap(entry -> timer(entry.getValue(), timer).stream())
        .max(Duration::compareTo)
        .orElse(stage.budgets().mustCome());
  }

  private static Optional<Duration> timer(Timers times, String name) {
    return switch (name) {
      case "timeout" -> times.timeout();
      case "heartbeat" -> times.heartbeat();
      default -> times.reconnect();
    };
  }
}
