package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.record.Minutes;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Planted;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.rule.Party;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Bundles for tests, of runs at the bundled mock, and what a forger makes of them. */
final class Evidence {
  private static final Corpus CORPUS = Corpora.bundled();

  private final byte[] zip;
  private final SigningKey key;
  private final Profile profile;

  private Evidence(byte[] zip, SigningKey key, Profile profile) {
    this.zip = zip;
    this.key = key;
    this.profile = profile;
  }

  byte[] zip() {
    return zip.clone();
  }

  Profile profile() {
    return profile;
  }

  static Profile profile(String... rules) {
    return new Profile(
        "tiny", "1.0.0", "Tiny", "", Set.of(Party.SERVER), Optional.of("C"), List.of(rules));
  }

  static Evidence of(Profile profile, List<Fault> faults) throws InterruptedException {
    TransportOptions options = new TransportOptions(false, Optional.empty(), Optional.empty());
    SigningKey key = SigningKey.fresh();
    try (Transport transport = Transport.open(options);
        PlainNetwork network = PlainNetwork.open(options);
        Driver driver = new ScriptedDriver(transport);
        Planted venue = Planted.in(BundledMock.open(faults))) {
      Redaction redaction = new Redaction(venue.secrets());
      Bundler.Subject subject =
          new Bundler.Subject(venue.target(), venue.quota(), new Rigour(2, Duration.ofMillis(1)));
      Run run =
          new Run(
              CORPUS.rules(),
              venue.target(),
              driver,
              Optional.of(network),
              venue.quota(),
              Budgets.DEFAULT,
              subject.rigour());
      Outcome played = run.play(Selection.of(CORPUS, List.of(profile)), new SilentListener());
      Standings standings = Standings.of(List.of(profile), played.results());
      byte[] zip =
          new Bundler(CORPUS, key, redaction)
              .bundle(
                  record(venue, redaction, standings.remarkedOn(played)),
                  standings,
                  subject,
                  run.archive(),
                  run.doubt());
      return new Evidence(zip, key, profile);
    }
  }

  private static Proceedings record(Planted venue, Redaction redaction, Outcome outcome) {
    Clerk clerk =
        new Clerk(
            CORPUS.rules(),
            redaction,
            Clerk.Keeping.NONE,
            new Clerk.Command("./tck run --target 'mock'", ""));
    Minutes minutes =
        new Minutes(
            "1",
            venue.endpoint(),
            venue.name(),
            Optional.empty(),
            Optional.empty(),
            venue.canary(),
            clerk,
            Clock.systemUTC(),
            Clock.systemUTC().instant());
    return minutes.of(outcome, Ending.regular(outcome), Map.of());
  }

  Inspection.Findings inspect() throws InterruptedException {
    return new Inspection(CORPUS, List.of(profile)).of(zip, Optional.empty());
  }

  /** The same with other bytes. */
  Evidence with(byte[] other) {
    return new Evidence(other, key, profile);
  }

  SortedMap<String, byte[]> files() {
    return new TreeMap<>(Parcel.read(zip).files());
  }

  /** With a file rewritten, and signed again with the same key. */
  Evidence forged(String name, UnaryOperator<String> hand) {
    SortedMap<String, byte[]> files = files();
    byte[] content = files.get(name);
    boolean isPacked = name.endsWith(".gz");
    String text =
        isPacked ? Packing.unpack(name, content) : new String(content, StandardCharsets.UTF_8);
    String changed = hand.apply(text);
    files.put(name, isPacked ? Packing.pack(changed) : changed.getBytes(StandardCharsets.UTF_8));
    return signed(files);
  }

  /** Without a file, and signed again with the same key. */
  Evidence without(String name) {
    SortedMap<String, byte[]> files = files();
    files.remove(name);
    return signed(files);
  }

  private Evidence signed(SortedMap<String, byte[]> files) {
    files.remove(Manifest.FILE);
    files.remove(Manifest.SIGNATURE);
    return with(Bundler.seal("1", files, key).zip());
  }
}
