package dev.broadcasttck.bench.cli;

import dev.broadcasttck.bench.record.Document;
import dev.broadcasttck.bench.record.Ledger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

/** What may be said on the command line. */
final class Options {
  private static final int MOST_ROUNDS = 25;
  private static final int MOST_SECONDS = 10;

  @Option(
      names = "--quick",
      description = "A trial in under a minute: one round, half a second each, less of each kind.")
  boolean quick;

  @Option(
      names = "--peer",
      paramLabel = "NAME=URL",
      description = "A server elsewhere to compare with, ws:// with ?apikey=KEY; may be repeated.")
  Map<String, String> peers = new LinkedHashMap<>();

  @Option(
      names = "--only",
      paramLabel = "GROUP",
      split = ",",
      description = "Measure only: ${COMPLETION-CANDIDATES}; several with commas between.")
  List<Group> only = List.of(Group.values());

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is measured; the median counts. Default: 5.")
  Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "1",
      description = "How long each measurement of a fan-out takes. Default: ${DEFAULT-VALUE}.")
  int seconds;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "Writes what was measured, beside what the file holds of other groups already.")
  Optional<Path> into = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Measures nothing, takes what was measured before; may be repeated.")
  List<Path> from = List.of();

  @Option(
      names = "--document",
      paramLabel = "FILE",
      description = "Writes the tables into this document, between its two marks.")
  Optional<Path> document = Optional.empty();

  int roundsWanted() {
    int wanted = rounds.orElse(quick ? 1 : 5);
    if (wanted < 1 || wanted > MOST_ROUNDS) {
      throw new Mistake(
          "--rounds: " + wanted + " is not possible; give a number from 1 to " + MOST_ROUNDS);
    }
    return wanted;
  }

  int millisWanted() {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new Mistake(
          "--seconds: " + seconds + " is not possible; give a number from 1 to " + MOST_SECONDS);
    }
    return quick ? 300 : seconds * 1_000;
  }

  /** What was measured before. */
  List<Ledger> sittings() {
    return from.stream().map(Options::sitting).toList();
  }

  private static Ledger sitting(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Mistake("--from: there is no file " + file);
    }
    try {
      return Ledger.read(file);
    } catch (JacksonException e) {
      throw new Mistake("--from: " + file + " holds no measurements: " + e.getOriginalMessage());
    }
  }

  Optional<Document> documentWanted() {
    Optional<Document> wanted = document.map(Document::new);
    if (wanted.isPresent() && !wanted.get().isSound()) {
      throw new Mistake(
          "--document: "
              + document.get()
              + " is missing, or has not the two marks of docs/benchmarks.md");
    }
    return wanted;
  }

  /** The peers' addresses, each with a query. */
  Map<String, URI> addresses() {
    Map<String, URI> addresses = new LinkedHashMap<>();
    peers.forEach((name, url) -> addresses.put(name, address(name, url)));
    return addresses;
  }

  private static URI address(String name, String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new Mistake("--peer " + name + ": '" + url + "' is no URL");
    }
    if (!"ws".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 0) {
      throw new Mistake(
          "--peer "
              + name
              + ": give a URL such as ws://127.0.0.1:4000/socket/websocket?apikey=KEY;"
              + " for one behind TLS there is benchmarks/gatling");
    }
    return address.getRawQuery() == null ? URI.create(url + "?apikey=none") : address;
  }
}
