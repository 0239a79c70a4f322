package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TroupeTest {
  private static final int FIVE_SOCKETS = 5;

  @Test
  void neverHoldsMoreSocketsThanTheQuotaAllows() throws InterruptedException {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Playing> playings =
        IntStream.range(0, 40).mapToObj(i -> Playings.withActors("SELF-1/" + i, 2)).toList();
    List<Result> results = new ArrayList<>();

    new Troupe(FIVE_SOCKETS)
        .play(
            playings,
            playing -> {
              most.accumulateAndGet(open.addAndGet(2), Math::max);
              open.addAndGet(-2);
              return Playings.result(playing, Verdict.PASSED);
            },
            results::add);

    assertThat(results).hasSize(40);
    assertThat(most).hasValueBetween(2, 5);
  }

  @Test
  void aPlayingLargerThanTheQuotaIsStillPlayed() throws InterruptedException {
    List<Result> results = new ArrayList<>();

    new Troupe(FIVE_SOCKETS)
        .play(
            List.of(Playings.withActors("SELF-1/crowd", 9)),
            playing -> Playings.result(playing, Verdict.PASSED),
            results::add);

    assertThat(results).hasSize(1);
  }

  @Test
  void endingARunEndsWhatIsBeingPlayed() throws InterruptedException {
    CountDownLatch playing = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread run =
        new Thread(
            () ->
                assertThatThrownBy(
                        () ->
                            new Troupe(FIVE_SOCKETS)
                                .play(
                                    List.of(Playings.withActors("SELF-1/long", 1)),
                                    p -> waitForTheEnd(p, playing, ended),
                                    result -> {}))
                    .isInstanceOf(InterruptedException.class));
    run.start();
    assertThat(playing.await(5, TimeUnit.SECONDS)).isTrue();

    run.interrupt();
    run.join(TimeUnit.SECONDS.toMillis(5));

    assertThat(run.isAlive()).isFalse();
    assertThat(ended).isTrue();
  }

  private static Result waitForTheEnd(Playing playing, CountDownLatch started, AtomicBoolean ended)
      throws InterruptedException {
    started.countDown();
    try {
      new CountDownLatch(1).await();
      return Playings.result(playing, Verdict.PASSED);
    } finally {
      ended.set(true);
    }
  }
}
