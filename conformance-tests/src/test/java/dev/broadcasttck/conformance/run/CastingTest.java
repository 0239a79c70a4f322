package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Setting;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.target.DeclaredTarget;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Variant;
import dev.broadcasttck.spec.source.Location;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CastingTest {
  private static final Variant V1 = new Variant(ProtocolVersion.V1, Encoding.TEXT);
  private static final Variant V2 = new Variant(ProtocolVersion.V2, Encoding.TEXT);
  private static final Variant BINARY = new Variant(ProtocolVersion.V2, Encoding.BINARY);
  private static final DriverProfile BINARY_ONLY =
      new DriverProfile(
          "binary",
          "1",
          ProtocolVersion.V2,
          Set.of(Encoding.BINARY),
          Set.of(),
          Set.of(Setting.VSN),
          Timers.NONE);
  private static final DriverProfile DEAF =
      new DriverProfile(
          "deaf",
          "1",
          ProtocolVersion.V1,
          Set.of(Encoding.values()),
          Set.of(Ability.EVENT_MATCH_ANY_CASE),
          Set.of(Setting.VSN),
          Timers.NONE);

  @Test
  void whatTheTargetOrTheDriverClaimsIsPlayed() {
    assertThat(lack(playing(V1, Optional.empty(), "rest-batch"), "rest-batch")).isEmpty();
    assertThat(lack(playing(V1, Optional.empty(), "event-match-any-case"))).isEmpty();
  }

  @Test
  void whatNobodyClaimsIsNot() {
    assertThat(lack(playing(V1, Optional.empty(), "replay", "ack-observable"), "rest-batch"))
        .hasValueSatisfying(
            finding -> assertThat(finding.expected()).isEqualTo("ack-observable, replay"));
  }

  @Test
  void aVariantNeedsItsFrames() {
    assertThat(lack(playing(V2, Optional.empty())).orElseThrow().expected()).isEqualTo("version-2");
    assertThat(lack(playing(BINARY, Optional.empty()), "version-2").orElseThrow().expected())
        .isEqualTo("binary-frames");
    assertThat(lack(playing(BINARY, Optional.empty()), "version-2", "binary-frames")).isEmpty();
  }

  @Test
  void aClientIsNotAskedForWhatItCannotSpeakOrDo() {
    DriverProfile old =
        new DriverProfile(
            "old", "1", ProtocolVersion.V1, Set.of(Encoding.TEXT), Set.of(), Set.of(), Timers.NONE);
    Casting casting = new Casting(old, target(Quota.OWN, "version-2"), Quota.OWN);
    Step send =
        new Step(
            "alice",
            "http-broadcast",
            JsonMapper.shared().createObjectNode(),
            Optional.empty(),
            false,
            new Location("s.yaml", 7, 1));

    assertThat(casting.lack(behaviour(V2, List.of())).orElseThrow().expected())
        .isEqualTo("a client that speaks 2.0.0");
    assertThat(casting.lack(behaviour(V1, List.of(send))).orElseThrow().expected())
        .isEqualTo("http-send");
  }

  @Test
  void aClientThatIsAskedForAVersionAloneFramesAsItDoes() {
    List<Actor> second =
        List.of(new Actor("app", Optional.of(ProtocolVersion.V2), Optional.empty()));
    Playing playing =
        playing("client", Variant.ANY, Optional.empty(), second, List.of(), Set.of("version-2"));

    assertThat(new Casting(BINARY_ONLY, target(Quota.OWN), Quota.OWN).lack(playing)).isEmpty();
  }

  @Test
  void nobodyTellsALibraryHowToFrameItsBroadcasts() {
    Scenario scenario = behaviour(V1, List.of()).scenario();
    List<Playing> all =
        Stream.of(V1, V2, BINARY).map(variant -> new Playing(scenario, variant)).toList();

    assertThat(new Casting(BINARY_ONLY, target(Quota.OWN), Quota.OWN).suited(all))
        .extracting(Playing::variant)
        .containsExactly(V1, BINARY);
  }

  @Test
  void anActorsOwnVersionCounts() {
    Actor old = new Actor("bob", Optional.of(ProtocolVersion.V1), Optional.of(Encoding.TEXT));

    assertThat(lack(playing(BINARY, Optional.empty(), List.of(old), List.of(), Set.of())))
        .isEmpty();
  }

  @Test
  void anEndpointMustBeThereAndNotOnlyClaimed() {
    Playing playing = playing(V1, Optional.of("few-users"), "few-users");

    assertThat(lack(playing, "few-users").orElseThrow().expected()).isEqualTo("few-users");
  }

  @Test
  void aTopicByRightMustHaveAName() {
    JsonNode arguments = JsonMapper.shared().readTree("{\"topic\":{\"$topic\":\"read-only\"}}");
    Step joins =
        new Step(
            "alice", "joins", arguments, Optional.empty(), false, new Location("s.yaml", 7, 1));
    List<Actor> alice = List.of(new Actor("alice", Optional.empty(), Optional.empty()));

    Optional<Finding> lack = lack(playing(V1, Optional.empty(), alice, List.of(joins), Set.of()));

    assertThat(lack.orElseThrow().expected()).isEqualTo("a topic that is read-only");
  }

  @Test
  void noMoreSocketsAreOpenedThanTheQuotaAllows() {
    List<Actor> crowd =
        Stream.of("alice", "bob", "carol", "dave")
            .map(name -> new Actor(name, Optional.empty(), Optional.empty()))
            .toList();

    Finding finding = lack(playing(V1, Optional.empty(), crowd, List.of(), Set.of())).orElseThrow();

    assertThat(finding.expected()).isEqualTo("4 sockets at the same time");
    assertThat(finding.actual()).isEqualTo("the quota allows 3");
  }

  private static Optional<Finding> lack(Playing playing, String... claims) {
    Quota quota = new Quota(3, 5, 7, 11);
    return new Casting(DEAF, target(quota, claims), quota).lack(playing);
  }

  private static DeclaredTarget target(Quota quota, String... claims) {
    Endpoint endpoint =
        new Endpoint(URI.create("ws://h"), URI.create("http://h"), new Secret("k"), Map.of());
    return new DeclaredTarget(
        "ours",
        new Premises(endpoint, Optional.empty()),
        Map.of(),
        Set.of(claims),
        List.of(),
        Map.of("read-write", "rw-{nonce}"),
        quota,
        Optional.empty(),
        Clock.systemUTC());
  }

  private static Playing behaviour(Variant variant, List<Step> steps) {
    List<Actor> alice = List.of(new Actor("alice", Optional.empty(), Optional.empty()));
    return playing("behaviour", variant, Optional.empty(), alice, steps, Set.of());
  }

  private static Playing playing(Variant variant, Optional<String> endpoint, String... requires) {
    List<Actor> alice = List.of(new Actor("alice", Optional.empty(), Optional.empty()));
    return playing(variant, endpoint, alice, List.of(), Set.of(requires));
  }

  private static Playing playing(
      Variant variant,
      Optional<String> endpoint,
      List<Actor> actors,
      List<Step> steps,
      Set<String> requires) {
    return playing("server", variant, endpoint, actors, steps, requires);
  }

  private static Playing playing(
      String corpus,
      Variant variant,
      Optional<String> endpoint,
      List<Actor> actors,
      List<Step> steps,
      Set<String> requires) {
    Scenario scenario =
        new Scenario(
            "SELF-1/words",
            "A title",
            corpus,
            List.of("SELF-1"),
            List.of(variant),
            requires,
            endpoint,
            Set.of(),
            actors,
            steps,
            new Location("s.yaml", 1, 1));
    return new Playing(scenario, variant);
  }
}
