package dev.broadcasttck.conformance.divergence;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Two servers that are played the same scripts.
 *
 * @param a a run at the one
 * @param b a run at the other
 */
public record SideBySide(Run a, Run b) {
  /** What differs at first sight is looked at again, up to so many times in all. */
  private static final int LOOKS = 5;

  /**
   * What came of one playing.
   *
   * @param looks how often it was played at each
   * @param parting where they part; empty where they do not
   */
  public record Compared(Playing playing, int looks, Optional<Parting> parting) {}

  /**
   * Plays everything at the one, then at the other, and tells what came of each playing that both
   * were played.
   *
   * @return how many of them apply to one of the two only
   * @throws InterruptedException if the run is being ended; all sockets are closed by then
   */
  public int play(List<Playing> playings, Consumer<Compared> told) throws InterruptedException {
    List<Result> ofA = a.play(playings, new SilentListener()).results();
    List<Result> ofB = b.play(playings, new SilentListener()).results();
    int oneSided = 0;
    for (int i = 0; i < playings.size(); i++) {
      boolean appliesToA = wasPlayed(ofA.get(i));
      boolean appliesToB = wasPlayed(ofB.get(i));
      if (appliesToA && appliesToB) {
        told.accept(compared(playings.get(i), ofA.get(i), ofB.get(i)));
      } else if (appliesToA || appliesToB) {
        oneSided++;
      }
    }
    return oneSided;
  }

  private Compared compared(Playing playing, Result firstOfA, Result firstOfB)
      throws InterruptedException {
    Looks looks = new Looks();
    looks.add(firstOfA, firstOfB);
    int count = 1;
    Optional<Parting> parting = looks.parting();
    while (parting.isPresent() && count < LOOKS) {
      looks.add(a.play(playing), b.play(playing));
      count++;
      parting = looks.parting();
    }
    return new Compared(playing, count, parting);
  }

  /** What does not apply has an empty tape; what turned out to be moot has not. */
  private static boolean wasPlayed(Result result) {
    return !result.tape().isEmpty();
  }
}
