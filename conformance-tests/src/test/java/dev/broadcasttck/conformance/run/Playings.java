package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Playings and results for tests, without a script in them. */
final class Playings {
  static final Variant V1 = new Variant(ProtocolVersion.V1, Encoding.TEXT);

  private Playings() {}

  static Playing withActors(String id, int actors) {
    List<Actor> cast =
        IntStream.range(0, actors)
            .mapToObj(i -> new Actor("actor-" + i, Optional.empty(), Optional.empty()))
            .toList();
    Scenario scenario =
        new Scenario(
            id,
            "A title",
            "behaviour",
            List.of("SELF-1"),
            List.of(V1),
            Set.of(),
            Optional.empty(),
            Set.of(),
            cast,
            List.of(),
            new Location("self.yaml", 7, 1));
    return new Playing(scenario, V1);
  }

  static Result result(Playing playing, Verdict verdict) {
    return new Result(
        playing.scenario(),
        playing.variant(),
        Level.MUST,
        verdict,
        Duration.ofMillis(3),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
