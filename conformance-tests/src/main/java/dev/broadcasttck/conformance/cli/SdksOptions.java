package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.spec.corpus.Corpus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which libraries are played beside each other, and what of the corpus. */
final class SdksOptions {
  @Option(
      names = "--sdk",
      required = true,
      paramLabel = "NAME[@VERSION]",
      completionCandidates = SdkOption.class,
      description = "A library: ${COMPLETION-CANDIDATES}. May be given several times.")
  List<String> sdks = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description = "Play only these, as in './tck run'. May be given several times.")
  List<String> only = new ArrayList<>();

  /** How the adapter of each is started, by the name as it was typed; installed if need be. */
  Map<String, AdapterCommand> adapters(Surroundings surroundings) {
    Map<String, AdapterCommand> adapters = new LinkedHashMap<>();
    sdks.forEach(sdk -> adapters.put(sdk, SdkOption.command(sdk, surroundings)));
    return adapters;
  }

  /** What a library can play of this folder of the corpus, or of {@code all}. */
  List<Playing> playings(Corpus corpus, String folder) {
    return new Selection(only, Optional.empty(), folder)
        .of(corpus).stream().filter(playing -> !playing.scenario().isAtWireLevel()).toList();
  }

  /** These options as they would be typed again. */
  String again() {
    StringBuilder again = new StringBuilder();
    sdks.forEach(sdk -> again.append(" --sdk ").append(sdk));
    only.forEach(pattern -> again.append(" --only '").append(pattern).append('\''));
    return again.toString();
  }
}
