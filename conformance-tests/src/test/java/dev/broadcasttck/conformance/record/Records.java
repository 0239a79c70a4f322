package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.record.Clerk.Keeping;
import dev.broadcasttck.conformance.report.Cases;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of runs that never were, for tests. */
public final class Records {
  public static final String KEY = "a \"quoted/key\" with+signs";
  public static final String CANARY = "canary0123456789";

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Records() {}

  public static Redaction redaction() {
    return new Redaction(List.of(new Secret(KEY), new Secret(CANARY)));
  }

  public static Proceedings of(Result... results) {
    return new Recording(minutes()).whole(new Outcome(List.of(results), Duration.ofMillis(50)));
  }

  /** A record from which nothing was taken out. */
  public static Proceedings unredacted(Result... results) {
    Clerk careless =
        new Clerk(Cases.RULES, Redaction.NONE, Keeping.ALL, new Command("./tck run", ""));
    Outcome outcome = new Outcome(List.of(results), Duration.ofMillis(50));
    return new Recording(minutes(careless)).whole(outcome);
  }

  static Minutes minutes() {
    return minutes(clerk(Keeping.DOUBTFUL));
  }

  static Clerk clerk(Keeping keeping) {
    return new Clerk(Cases.RULES, redaction(), keeping, new Command("./tck run", ""));
  }

  private static Minutes minutes(Clerk clerk) {
    Endpoint endpoint =
        new Endpoint(
            URI.create("wss://user:pw@example.org:8443/realtime/v1/websocket?apikey=k"),
            URI.create("https://example.org:8443/realtime/v1/api/broadcast"),
            new Secret(KEY),
            Map.of());
    return new Minutes(
        "0.1.0",
        endpoint,
        "a server",
        Optional.empty(),
        Optional.of(44L),
        new Secret(CANARY),
        clerk,
        Clock.fixed(NOON, ZoneOffset.UTC),
        NOON);
  }
}
