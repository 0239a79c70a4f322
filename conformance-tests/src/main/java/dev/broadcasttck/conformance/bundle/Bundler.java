package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.artefact.SecretGate;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.ResultsFile;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Archive;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a bundle of a run.
 *
 * @param redaction takes out what is secret, and sees whether it is gone
 */
public record Bundler(Corpus corpus, SigningKey key, Redaction redaction) {
  static final String RESULTS = "results.json";
  static final String TARGET = "target.json";
  static final String STANDINGS = "standings.json";
  static final String KEY = "public-key.pem";

  /** Why the target's order is not relied on. */
  static final String DOUBT = "orderDoubted";

  /** Whom the run was held at, and how hard it tried. */
  public record Subject(Target target, Quota quota, Rigour rigour) {}

  /**
   * Makes it.
   *
   * @param doubt why barriers were no longer believed in at the end; empty if they were
   * @throws dev.broadcasttck.conformance.artefact.LeakedSecret if it would hold a secret
   */
  public byte[] bundle(
      Proceedings proceedings,
      Standings standings,
      Subject subject,
      Archive archive,
      String doubt) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    put(files, RESULTS, ResultsFile.text(proceedings));
    put(files, STANDINGS, standings.text());
    put(files, TARGET, Json.write(fingerprint(proceedings, subject, archive, doubt)) + "\n");
    Traces.of(archive)
        .texts(redaction::redact)
        .forEach((name, text) -> files.put(name, Packing.pack(discreet(name, text))));
    return seal(proceedings.tool().version(), files, key).zip();
  }

  /** Adds what shows that nothing is changed. */
  static Parcel seal(String version, SortedMap<String, byte[]> files, SigningKey key) {
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    all.put(KEY, key.open().text().getBytes(StandardCharsets.UTF_8));
    byte[] manifest = Manifest.of(version, Corpora.digest(), all).text();
    all.put(Manifest.FILE, manifest);
    all.put(Manifest.SIGNATURE, key.sign(manifest));
    return new Parcel(all);
  }

  private ObjectNode fingerprint(
      Proceedings proceedings, Subject subject, Archive archive, String doubt) {
    ObjectNode node =
        Fingerprint.of(
            proceedings.target(),
            subject.target(),
            subject.quota(),
            subject.rigour(),
            corpus,
            serversSaid(archive));
    return doubt.isEmpty() ? node : node.put(DOUBT, doubt);
  }

  /** What the server calls itself. */
  private Set<String> serversSaid(Archive archive) {
    Set<String> names = new TreeSet<>();
    archive.playings().stream()
        .flatMap(played -> played.tape().take().entries().stream())
        .flatMap(
            entry ->
                entry.what() instanceof ResponseReceived answer
                    ? Stream.ofNullable(answer.headers().get("server"))
                    : Stream.empty())
        .map(redaction::redact)
        .forEach(names::add);
    return names;
  }

  private void put(Map<String, byte[]> files, String name, String text) {
    files.put(name, discreet(name, text).getBytes(StandardCharsets.UTF_8));
  }

  private String discreet(String name, String text) {
    new SecretGate(redaction).pass(name, text);
    return text;
  }
}
