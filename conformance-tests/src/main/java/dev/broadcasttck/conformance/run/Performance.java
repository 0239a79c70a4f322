package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.barrier.Fence;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.run.Judge.Ruling;
import dev.broadcasttck.conformance.stage.Account;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.stage.Names;
import dev.broadcasttck.conformance.stage.Pace;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verb.Vocabulary;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One playing, from an empty stage to a result. */
final class Performance {
  private final Playing playing;
  private final Level level;
  private final Judge judge;
  private final Tape tape = new Tape(System::nanoTime);
  private final Stage stage;
  private final List<String> evidence = new ArrayList<>();

  Performance(Playing playing, Level level, String nonce, Budgets budgets, Pace pace) {
    this.playing = playing;
    this.level = level;
    this.judge = new Judge(level);
    this.stage = new Stage(tape, new Names(nonce), budgets, pace, watched(playing.scenario()));
  }

  Result play(Driver driver, Endpoint endpoint) throws InterruptedException {
    try (stage) {
      stage.enter(playing.scenario(), playing.variant(), driver, endpoint);
      Optional<Ruling> ruling = playSteps();
      return ruling.isPresent() ? result(ruling) : result(lookBack());
    } catch (RuntimeException e) {
      Finding finding =
          new Finding(playing.scenario().location(), "the suite can play this", e.toString());
      return result(Optional.of(new Ruling(Verdict.HARNESS_ERROR, finding)));
    }
  }

  private Optional<Ruling> playSteps() throws InterruptedException {
    for (Step step : playing.scenario().steps()) {
      Reaction reaction = Vocabulary.verb(step.verb()).play(stage, stage.role(step.actor()), step);
      Judge.evidence(reaction).ifPresent(evidence::add);
      Optional<Ruling> ruling = judge.weigh(step, reaction);
      if (ruling.isPresent()) {
        return ruling;
      }
    }
    return Optional.empty();
  }

  /** What only the whole tape can tell. */
  private Optional<Ruling> lookBack() {
    for (Supplier<Reaction> check : stage.finalChecks()) {
      Optional<Ruling> ruling = judge.weigh(playing.scenario().location(), true, check.get());
      if (ruling.isPresent()) {
        return ruling;
      }
    }
    return strangeness()
        .flatMap(broken -> judge.weigh(playing.scenario().location(), true, broken));
  }

  private Optional<Broken> strangeness() {
    List<Entry> entries = tape.entries();
    entries.stream().filter(this::isSentinelInItsPlace).forEach(stage.account()::explain);
    Optional<Broken> unexplained =
        stage
            .account()
            .firstUnexplained(entries)
            .map(entry -> new Broken("nothing else is heard", Account.inWords(entry)));
    return unexplained.or(
        () ->
            entries.stream()
                .filter(entry -> entry.what() instanceof UncaughtSaid)
                .findFirst()
                .map(entry -> new Broken("no error escapes", entry.what().toString())));
  }

  private boolean isSentinelInItsPlace(Entry entry) {
    return entry.what() instanceof MessageHeard heard
        && heard.event().equals(Fence.EVENT)
        && listensTo(entry.actor(), heard, Set.of(Fence.EVENT, "*"));
  }

  private boolean listensTo(String actor, MessageHeard heard, Set<String> events) {
    Part part = stage.role(actor).part(Optional.of(heard.channel()));
    return events.contains(part.listeners().getOrDefault(heard.listener(), ""));
  }

  private Result result(Optional<Ruling> ruling) {
    List<Entry> entries = tape.entries();
    return new Result(
        playing.scenario(),
        playing.variant(),
        level,
        ruling.map(Ruling::verdict).orElse(Verdict.PASSED),
        tape.elapsed(),
        ruling.map(Ruling::finding).stream().toList(),
        List.copyOf(evidence),
        entries);
  }

  private static Set<String> watched(Scenario scenario) {
    return scenario.steps().stream()
        .filter(step -> Vocabulary.needsSentinel(step.verb()))
        .map(Step::actor)
        .collect(Collectors.toUnmodifiableSet());
  }
}
