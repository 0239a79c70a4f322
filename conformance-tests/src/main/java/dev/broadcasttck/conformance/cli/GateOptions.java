package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.baseline.Baseline;
import dev.broadcasttck.conformance.baseline.BaselineFile;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.shard.Shard;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.rule.Party;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a run is held against what was agreed before it. */
final class GateOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "What is known not to pass. It is still played, and only what differs from it counts;"
              + " './tck baseline update' writes the file.")
  @Nullable Path baseline;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      completionCandidates = ProfileName.class,
      converter = ProfileName.class,
      description =
          "Play what proves the rules of this profile, and say whether it is certified:"
              + " ${COMPLETION-CANDIDATES}.")
  @Nullable Profile profile;

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      converter = ShardNumber.class,
      description =
          "Play the K-th of N equal parts of what is selected; './tck merge' puts their results"
              + " together.")
  @Nullable Shard shard;

  /** Those that the profile asks for. */
  List<Playing> ofProfile(List<Playing> playings, Party subject) {
    Profile wanted = profile;
    if (wanted == null) {
      return playings;
    }
    if (!wanted.judges().contains(subject)) {
      throw Mistake.usage(
          "--profile: '%s' is about the %s; it is played with './tck %s'"
              .formatted(
                  wanted.name(),
                  subject == Party.SERVER ? "client" : "server",
                  subject == Party.SERVER ? "client" : "run"));
    }
    List<Playing> asked =
        playings.stream()
            .filter(it -> it.scenario().proves().stream().anyMatch(wanted.rules()::contains))
            .toList();
    if (asked.isEmpty()) {
      throw Mistake.usage("nothing of that belongs to the profile " + wanted.name());
    }
    return asked;
  }

  /** Those of this part. */
  List<Playing> ofShard(List<Playing> playings) {
    List<Playing> part = shard == null ? playings : shard.of(playings);
    if (part.isEmpty()) {
      throw Mistake.usage(
          "--shard: part %s is empty, there are only %d playings"
              .formatted(shard, playings.size()));
    }
    return part;
  }

  /** A part of what is played again and again would be another each time. */
  void refuseShard(String option) {
    if (shard != null) {
      throw Mistake.usage("--shard and " + option + " do not go together");
    }
  }

  /**
   * What the results have to pass.
   *
   * @param selection everything that is played, in this part and in the others
   * @throws dev.broadcasttck.spec.source.InvalidSource with every problem of the baseline
   */
  Gate gate(Corpus corpus, List<Playing> selection, Clock clock) {
    Optional<Baseline> known =
        Optional.ofNullable(baseline)
            .map(BaselineFile::read)
            .map(it -> new Baseline(it.entries(), Playing.all(corpus), LocalDate.now(clock)));
    return new Gate(known, Optional.ofNullable(profile), Optional.ofNullable(shard), selection);
  }
}
