package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that one run plays, in the order of its programme. Used once. */
final class Evening {
  /** How many clients may wait at servers of their own at the same time. */
  private static final int REHEARSALS = 48;

  private final Programme programme;
  private final Stagings stagings;
  private final RunListener listener;
  private final Shares shares;
  private final Vigils vigils;
  private final Map<String, Result> results = new LinkedHashMap<>();

  /** What came late, for playings that were over. */
  private final Queue<Result> late = new ConcurrentLinkedQueue<>();

  Evening(Programme programme, Quota quota, Stagings stagings, RunListener listener) {
    this.programme = programme;
    this.stagings = stagings;
    this.listener = listener;
    this.shares = Shares.of(quota, programme);
    this.vigils = new Vigils(shares.vigils());
  }

  /**
   * Plays everything.
   *
   * @param beside how many playings that forbid something go on at the same time
   * @param drain how long the last of what is forbidden is waited for
   * @return how long that took
   * @throws InterruptedException if the run is being ended; all sockets are closed by then
   */
  Duration play(int beside, Duration drain) throws InterruptedException {
    Duration drained;
    try {
      oneByOne(programme.smoke());
      sideBySide(new Troupe(shares.stages(), beside), programme.forbidding(), this::watched);
      sideBySide(new Troupe(shares.stages()), programme.together(), this::watched);
      drained = vigils.drain(drain, late::add);
      oneByOne(programme.alone());
    } finally {
      vigils.giveUp();
    }
    late.forEach(result -> results.put(result.id(), result));
    Troupe rehearsals = new Troupe(Quota.OWN.sockets(), REHEARSALS);
    sideBySide(rehearsals, programme.rehearsed(), this::unwatched);
    sideBySide(rehearsals, programme.provoking(), this::unwatched);
    for (Playing playing : programme.smoke()) {
      Smoke.again(results, stagings.play(playing));
    }
    return drained;
  }

  private void oneByOne(List<Playing> playings) throws InterruptedException {
    for (Playing playing : playings) {
      keep(unwatched(playing));
    }
  }

  private void sideBySide(Troupe troupe, List<Playing> playings, Troupe.Player player)
      throws InterruptedException {
    troupe.play(playings, player, this::keep);
  }

  /** Plays, and goes on watching afterwards. */
  private Result watched(Playing playing) throws InterruptedException {
    listener.started(playing);
    return stagings.play(playing, vigils, late::add);
  }

  private Result unwatched(Playing playing) throws InterruptedException {
    listener.started(playing);
    return stagings.play(playing);
  }

  private void keep(Result result) {
    results.put(result.id(), result);
    listener.finished(result);
  }

  /** What came of a playing, when everything is over. */
  Result result(Playing playing) {
    return Objects.requireNonNull(results.get(playing.id()));
  }
}
