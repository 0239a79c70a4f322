package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.rule.RuleReader;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.ScenarioReader;
import dev.broadcasttck.spec.scenario.ScenarioReview;
import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where rules and scenarios come from: the suite itself, or a directory of the user's. */
public final class Corpora {
  private Corpora() {}

  /** The suite's own. The build has checked it, so only its YAML is read here. */
  public static Corpus bundled() {
    Problems problems = new Problems();
    RuleBook rules = rules(Bundle.files("rules"), Check.NONE, problems);
    List<Scenario> scenarios = scenarios(Bundle.files("scenarios"), Check.NONE, problems);
    problems.refuseAny();
    return new Corpus(rules, scenarios);
  }

  /** The suite's own rules, for whoever has no use for the scenarios, which take longer to read. */
  public static RuleBook bundledRules() {
    Problems problems = new Problems();
    RuleBook rules = rules(Bundle.files("rules"), Check.NONE, problems);
    problems.refuseAny();
    return rules;
  }

  /** SHA-256 of all that the suite's own rules, scenarios and profiles are written in. */
  public static String digest() {
    return Bundle.digest(List.of("rules", "scenarios", "profiles"));
  }

  /**
   * Reads a directory laid out like the suite's own: chapters of rules in {@code rules/}, scenarios
   * below {@code scenarios/CORPUS/}. Without {@code rules/} the scenarios are held against the
   * suite's rules, and without {@code scenarios/} every YAML file in the directory is of scenarios.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with every problem of every file
   */
  public static Corpus read(Path directory) {
    Problems problems = new Problems();
    boolean hasRules = Files.isDirectory(directory.resolve("rules"));
    RuleBook rules =
        hasRules
            ? rules(
                Folder.files(directory.resolve("rules"), problems),
                SchemaCheck.named("rules.schema.json")::accepts,
                problems)
            : bundledRules();
    boolean rulesAreKnown = problems.count() == 0;
    List<Scenario> scenarios =
        scenarios(
            Folder.files(home(directory), problems),
            SchemaCheck.named("scenario.schema.json")::accepts,
            problems);
    if (rulesAreKnown) {
      scenarios.forEach(scenario -> ScenarioReview.of(scenario, rules, problems));
    }
    problems.refuseAny();
    if (hasRules) {
      Proofs.review(rules, scenarios, problems);
    }
    if (scenarios.isEmpty()) {
      problems.add(new Location(directory.toString(), 1, 1), "no scenario is in here");
    }
    problems.refuseAny();
    return new Corpus(rules, scenarios);
  }

  private static Path home(Path directory) {
    Path scenarios = directory.resolve("scenarios");
    return Files.isDirectory(scenarios) ? scenarios : directory;
  }

  private static RuleBook rules(List<SourceFile> files, Check check, Problems problems) {
    List<Rule> rules =
        sideBySide(
            files, check, problems, (file, document, found) -> RuleReader.read(document).stream());
    return new RuleBook(Unique.byId(rules, Rule::id, Rule::location, problems));
  }

  private static List<Scenario> scenarios(List<SourceFile> files, Check check, Problems problems) {
    List<Scenario> scenarios =
        sideBySide(
            files,
            check,
            problems,
            (file, document, found) ->
                Stream.of(ScenarioReader.read(document, file.corpus(), found)));
    return Unique.byId(scenarios, Scenario::id, Scenario::location, problems);
  }

  /** What a document holds. */
  @FunctionalInterface
  private interface Reader<T> {
    Stream<T> read(SourceFile file, YamlDocument document, Problems problems);
  }

  /** What came of one file. */
  private record Read<T>(List<T> things, Problems problems) {
    static <T> Read<T> from(SourceFile file, Check check, Reader<T> reader) {
      Problems problems = new Problems();
      List<T> things =
          file.documents(check, problems).stream()
              .flatMap(document -> reader.read(file, document, problems))
              .toList();
      return new Read<>(things, problems);
    }
  }

  /** Many files are read at the same time; what came of them is in their order. */
  private static <T> List<T> sideBySide(
      List<SourceFile> files, Check check, Problems problems, Reader<T> reader) {
    List<Read<T>> read =
        files.parallelStream().map(file -> Read.from(file, check, reader)).toList();
    read.forEach(it -> problems.addAll(it.problems()));
    return read.stream().flatMap(it -> it.things().stream()).toList();
  }
}
