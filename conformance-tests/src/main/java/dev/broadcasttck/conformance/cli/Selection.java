package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.PlayingPattern;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * Which playings a command line asks for.
 *
 * @param patterns each an id of a scenario, a playing or a rule, the chapter's part of one, a glob
 *     of one, or {@code tag:WORD}; all are meant where there is none
 * @param vsn the only protocol version to play
 * @param folder the only corpus to play, or {@code all}
 */
record Selection(List<String> patterns, Optional<ProtocolVersion> vsn, String folder) {
  /** Those of the corpus that are asked for, in its order, and never none. */
  List<Playing> of(Corpus corpus) {
    List<Playing> all = Playing.all(corpus);
    patterns.forEach(pattern -> refuseIfIdle(pattern, all));
    List<Playing> chosen =
        all.stream()
            .filter(playing -> vsn.isEmpty() || vsn.get() == playing.variant().vsn())
            .filter(this::isInCorpus)
            .filter(this::isMeant)
            .toList();
    if (chosen.isEmpty()) {
      String where = folder.equals(CorpusName.ALL) ? "" : " in the corpus " + folder;
      String version = vsn.map(only -> " in version " + only).orElse("");
      throw Mistake.usage("nothing of that is played" + where + version);
    }
    return chosen;
  }

  private boolean isInCorpus(Playing playing) {
    return folder.equals(CorpusName.ALL) || folder.equals(playing.scenario().corpus());
  }

  private boolean isMeant(Playing playing) {
    return patterns.isEmpty()
        || patterns.stream().anyMatch(p -> new PlayingPattern(p).matches(playing));
  }

  private static void refuseIfIdle(String written, List<Playing> all) {
    PlayingPattern pattern = new PlayingPattern(written);
    if (all.stream().noneMatch(pattern::matches)) {
      String ending =
          pattern
              .intended(all)
              .map(name -> ", did you mean '" + name + "'?")
              .orElse("; --list shows what there is");
      throw Mistake.usage("--only '" + written + "' matches nothing" + ending);
    }
  }
}
