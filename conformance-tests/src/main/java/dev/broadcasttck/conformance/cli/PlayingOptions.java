package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is to be played. */
final class PlayingOptions {
  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description =
          "Play only these: the id of a scenario or a rule, a chapter such as SELF, a glob, or tag:WORD."
              + " May be given several times.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--vsn",
      paramLabel = "VERSION",
      completionCandidates = Vsn.class,
      converter = Vsn.class,
      description = "Play this protocol version only: ${COMPLETION-CANDIDATES}.")
  @Nullable ProtocolVersion vsn;

  @Option(
      names = "--corpus",
      paramLabel = "CORPUS",
      completionCandidates = CorpusName.class,
      converter = CorpusName.class,
      defaultValue = CorpusName.ALL,
      description = "Play this corpus only: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  String corpusName = CorpusName.ALL;

  @Option(
      names = "--scenarios",
      paramLabel = "DIR",
      description = "Play the scenarios in this directory in place of the suite's own.")
  @Nullable Path scenarios;

  Corpus corpus() {
    return scenarios == null ? Corpora.bundled() : Corpora.read(scenarios);
  }

  /** Those of the corpus that are asked for. */
  List<Playing> playings(Corpus corpus) {
    return new Selection(only, Optional.ofNullable(vsn), corpusName).of(corpus);
  }

  /** The same where a server is looked at: what is only about clients must be asked for. */
  List<Playing> playingsAtServer(Corpus corpus) {
    return playings(corpus).stream()
        .filter(it -> !it.scenario().isOfClients() || !corpusName.equals(CorpusName.ALL))
        .toList();
  }

  /** Where the scenarios are, as it would be typed again. */
  String again() {
    return scenarios == null ? "" : " --scenarios '" + scenarios + "'";
  }
}
