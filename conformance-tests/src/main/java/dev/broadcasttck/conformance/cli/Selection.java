package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which playings a command line asks for.
 *
 * @param patterns each an id of a scenario, a playing or a rule, the chapter's part of one, a glob
 *     of one, or {@code tag:WORD}; all are meant where there is none
 * @param vsn the only protocol version to play
 * @param folder the only corpus to play, or {@code all}
 */
record Selection(List<String> patterns, Optional<ProtocolVersion> vsn, String folder) {
  private static final String TAG = "tag:";

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
    return patterns.isEmpty() || patterns.stream().anyMatch(p -> matcher(p).test(playing));
  }

  private static void refuseIfIdle(String pattern, List<Playing> all) {
    if (all.stream().noneMatch(matcher(pattern))) {
      List<String> known = all.stream().flatMap(Selection::names).distinct().toList();
      String ending =
          known.stream()
              .filter(name -> name.contains(pattern))
              .findFirst()
              .or(() -> DidYouMean.nearest(known, pattern))
              .map(name -> ", did you mean '" + name + "'?")
              .orElse("; --list shows what there is");
      throw Mistake.usage("--only '" + pattern + "' matches nothing" + ending);
    }
  }

  private static Predicate<Playing> matcher(String pattern) {
    Predicate<String> matches = glob(pattern).asMatchPredicate();
    return playing -> names(playing).anyMatch(matches);
  }

  /** Everything that a pattern can mean a playing by. */
  private static Stream<String> names(Playing playing) {
    Scenario scenario = playing.scenario();
    Stream<String> ids = Stream.of(scenario.id(), playing.id());
    Stream<String> chapters =
        scenario.proves().stream().map(rule -> rule.substring(0, rule.lastIndexOf('-')));
    Stream<String> tags = scenario.tags().stream().map(tag -> TAG + tag);
    return Stream.of(ids, scenario.proves().stream(), chapters, tags).flatMap(names -> names);
  }

  private static Pattern glob(String pattern) {
    String expression =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(expression);
  }
}
