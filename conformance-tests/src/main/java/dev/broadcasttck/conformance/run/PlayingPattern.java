package dev.broadcasttck.conformance.run;

import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user writes to mean some playings: the id of a scenario, a playing or a rule, the
 * chapter's part of one, a glob of one, or {@code tag:WORD}.
 *
 * @param written as the user wrote it
 */
public record PlayingPattern(String written) {
  private static final String TAG = "tag:";

  public boolean matches(Playing playing) {
    return matchesAny(names(playing).toList());
  }

  /** Whether one of the names of something is meant. */
  public boolean matchesAny(Collection<String> names) {
    return names.stream().anyMatch(glob().asMatchPredicate());
  }

  /** What was probably meant by a pattern that matches none of these. */
  public Optional<String> intended(List<Playing> playings) {
    List<String> known = playings.stream().flatMap(PlayingPattern::names).distinct().toList();
    return known.stream()
        .filter(name -> name.contains(written))
        .findFirst()
        .or(() -> DidYouMean.nearest(known, written));
  }

  /** Everything that a pattern can mean a playing by. */
  private static Stream<String> names(Playing playing) {
    Scenario scenario = playing.scenario();
    return Stream.concat(
        names(scenario.id(), playing.id(), scenario.proves()),
        scenario.tags().stream().map(tag -> TAG + tag));
  }

  /** What a playing is called but for its tags. */
  public static Stream<String> names(String scenario, String playing, Collection<String> rules) {
    Stream<String> chapters = rules.stream().map(rule -> rule.replaceFirst("-[^-]*$", ""));
    return Stream.of(Stream.of(scenario, playing), rules.stream(), chapters)
        .flatMap(names -> names);
  }

  private Pattern glob() {
    String expression =
        written
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(expression);
  }
}
