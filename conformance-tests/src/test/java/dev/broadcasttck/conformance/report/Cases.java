package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.rule.Source;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules, scenarios and results to report on, made up for tests. */
public final class Cases {
  public static final Variant V1 = new Variant(ProtocolVersion.V1, Encoding.TEXT);
  public static final Variant V2_BINARY = new Variant(ProtocolVersion.V2, Encoding.BINARY);

  public static final RuleBook RULES =
      new RuleBook(
          List.of(
              rule("SELF-1", "Self echo", "A channel does not get its own broadcasts back."),
              rule("ACK-1", "Acknowledgement", "A send with ack is answered by the server.")));

  private Cases() {}

  public static Scenario scenario(String id, String... tags) {
    return new Scenario(
        id,
        "A title",
        "behaviour",
        List.of(id.substring(0, id.indexOf('/'))),
        List.of(V1, V2_BINARY),
        Set.of(),
        Optional.empty(),
        Set.of(tags),
        List.of(new Actor("alice", Optional.empty(), Optional.empty())),
        List.of(),
        new Location("spec/scenarios/behaviour/self.yaml", 7, 1));
  }

  public static Result result(String id, Variant variant, Verdict verdict) {
    return result(scenario(id), variant, verdict, "nothing is heard", "heard the own broadcast");
  }

  public static Result result(
      Scenario scenario, Variant variant, Verdict verdict, String expected, String actual) {
    List<Finding> findings =
        verdict == Verdict.PASSED
            ? List.of()
            : List.of(
                new Finding(
                    new Location("spec/scenarios/behaviour/self.yaml", 14, 5), expected, actual));
    return new Result(
        scenario,
        variant,
        Level.MUST,
        verdict,
        Duration.ofMillis(42),
        findings,
        List.of("bob heard it once"),
        List.of(),
        List.of(sent("{\"topic\":\"realtime:room\",\"event\":\"phx_join\"}")));
  }

  /** A result in which a secret stands wherever a text of others can stand. */
  public static Result leaking(String id, Variant variant, Verdict verdict, String secret) {
    Result sound = result(scenario(id), variant, verdict, "not " + secret, "got " + secret);
    Entry opening =
        new Entry(
            0,
            Duration.ZERO,
            "alice",
            new Happening.SocketOpening("s1", "wss://example.org/websocket?apikey=" + secret));
    return new Result(
        sound.scenario(),
        variant,
        sound.level(),
        verdict,
        sound.duration(),
        sound.findings(),
        List.of("the key was " + secret),
        List.of(),
        List.of(opening, sent("{\"access_token\":\"" + secret + "\"}")));
  }

  static Entry sent(String frame) {
    Reading reading = new Reading.Noise("of no interest here");
    return new Entry(
        0,
        Duration.ofMillis(1),
        "alice",
        new Happening.FrameSent("s1", new Frame(Encoding.TEXT, frame, reading)));
  }

  private static Rule rule(String id, String chapter, String text) {
    return new Rule(
        id,
        List.of(),
        chapter,
        Level.MUST,
        Set.of(Party.SERVER),
        text,
        List.of(new Source("Supabase docs, Realtime broadcast guide", Optional.of("Self-send"))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Location("spec/rules/07-self.yaml", 3, 1));
  }
}
