package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.run.Judge.Ruling;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One playing, from an empty stage to a result. */
final class Performance {

  /**
   * What came of it.
   *
   * @param vigil where it passed by showing that something does not happen, which it still may
   */
  record Performed(Result result, Optional<Vigil> vigil) {}

  private final Playing playing;
  private final Level level;
  private final Judge judge;
  private final Tape tape;
  private final List<String> evidence = new ArrayList<>();

  Performance(Playing playing, Level level, Tape tape) {
    this.playing = playing;
    this.tape = tape;
    this.level = level;
    this.judge = new Judge(level, playing.scenario().corpus());
  }

  /**
   * Plays.
   *
   * @param nonce for names that no other playing has
   * @param calibration of its variant
   * @throws InterruptedException if the run is being ended; all sockets are closed by then
   */
  Performed play(Company company, String nonce, Calibration calibration)
      throws InterruptedException {
    Optional<Cast> cast = Optional.empty();
    boolean watched = false;
    try {
      cast = Optional.of(company.cast(playing, tape, nonce, calibration));
      Performed performed = play(cast.get());
      watched = performed.vigil().isPresent();
      return performed;
    } catch (RuntimeException e) {
      return new Performed(faulty(e, List.of()), Optional.empty());
    } finally {
      if (!watched) {
        cast.ifPresent(Cast::close);
      }
    }
  }

  private Performed play(Cast cast) throws InterruptedException {
    Optional<Ruling> ruling = playSteps(cast);
    boolean forbids = !cast.docket().negatives().isEmpty();
    if (ruling.isEmpty() && !forbids) {
      cast.finish();
    }
    Result result = result(cast, ruling.isPresent() ? ruling : lookBack(cast));
    if (result.verdict() != Verdict.PASSED || !forbids) {
      return new Performed(result, Optional.empty());
    }
    cast.rest();
    return new Performed(result, Optional.of(new Vigil(result, cast, tape, () -> end(cast))));
  }

  private Result end(Cast cast) throws InterruptedException {
    try {
      cast.finish();
      return result(cast, lookBack(cast));
    } catch (RuntimeException e) {
      return faulty(e, cast.docket().negatives());
    } finally {
      cast.close();
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

  private Optional<Ruling> lookBack(Cast cast) {
    Iterator<Supplier<Reaction>> checks = cast.lookBack().iterator();
    Optional<Ruling> ruling = Optional.empty();
    while (ruling.isEmpty() && checks.hasNext()) {
      ruling = judge.weigh(playing.scenario().location(), true, checks.next().get());
    }
    return ruling;
  }

  private Result result(Cast cast, Optional<Ruling> ruling) {
    Duration now = tape.elapsed();
    List<Negative> negatives =
        cast.docket().negatives().stream()
            .map(it -> it.watchedFor(now.minus(it.lastSent())))
            .toList();
    return result(ruling, negatives);
  }

  private Result faulty(RuntimeException e, List<Negative> negatives) {
    Finding finding =
        new Finding(playing.scenario().location(), "the suite can play this", e.toString());
    return result(Optional.of(new Ruling(Verdict.HARNESS_ERROR, finding)), negatives);
  }

  private Result result(Optional<Ruling> ruling, List<Negative> negatives) {
    return new Result(
        playing.scenario(),
        playing.variant(),
        level,
        ruling.map(Ruling::verdict).orElse(Verdict.PASSED),
        tape.elapsed(),
        ruling.map(Ruling::finding).stream().toList(),
        List.copyOf(evidence),
        negatives,
        tape.entries());
  }
}
