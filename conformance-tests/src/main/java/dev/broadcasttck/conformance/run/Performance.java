package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.run.Judge.Ruling;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.scenario.Step;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One playing, from an empty stage to a result. */
final class Performance {
  private final Playing playing;
  private final Level level;
  private final Judge judge;
  private final Tape tape = new Tape(System::nanoTime);
  private final List<String> evidence = new ArrayList<>();

  Performance(Playing playing, Level level) {
    this.playing = playing;
    this.level = level;
    this.judge = new Judge(level, playing.scenario().corpus());
  }

  /**
   * Plays.
   *
   * @param nonce for names that no other playing has
   */
  Result play(Company company, String nonce) throws InterruptedException {
    try (Cast cast = company.cast(playing, tape, nonce)) {
      Optional<Ruling> ruling = playSteps(cast);
      return result(ruling.isPresent() ? ruling : lookBack(cast));
    } catch (RuntimeException e) {
      Finding finding =
          new Finding(playing.scenario().location(), "the suite can play this", e.toString());
      return result(Optional.of(new Ruling(Verdict.HARNESS_ERROR, finding)));
    }
  }

  private Optional<Ruling> playSteps(Cast cast) throws InterruptedException {
    for (Step step : playing.scenario().steps()) {
      Reaction reaction = cast.play(step);
      Judge.evidence(reaction).ifPresent(evidence::add);
      Optional<Ruling> ruling = judge.weigh(step, reaction);
      if (ruling.isPresent()) {
        return ruling;
      }
    }
    return Optional.empty();
  }

  private Optional<Ruling> lookBack(Cast cast) throws InterruptedException {
    Iterator<Supplier<Reaction>> checks = cast.lookBack().iterator();
    Optional<Ruling> ruling = Optional.empty();
    while (ruling.isEmpty() && checks.hasNext()) {
      ruling = judge.weigh(playing.scenario().location(), true, checks.next().get());
    }
    return ruling;
  }

  private Result result(Optional<Ruling> ruling) {
    return new Result(
        playing.scenario(),
        playing.variant(),
        level,
        ruling.map(Ruling::verdict).orElse(Verdict.PASSED),
        tape.elapsed(),
        ruling.map(Ruling::finding).stream().toList(),
        List.copyOf(evidence),
        tape.entries());
  }
}
