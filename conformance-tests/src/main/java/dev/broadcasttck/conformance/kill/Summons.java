package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.spec.corpus.Corpus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The playings that are called for a mutant.
 *
 * @param proving those that prove what it breaks
 * @param others among those that prove something else
 */
record Summons(List<Playing> proving, List<Playing> others) {
  private static final long SEED = 20_261_128;

  /** Those that prove, and so many others, the same ones each time. */
  static Summons sample(Corpus corpus, Mutant mutant, int others) {
    Summons all = everything(corpus, mutant);
    List<Playing> drawn =
        new ArrayList<>(all.others.stream().filter(it -> !Patience.isNeededFor(it)).toList());
    Collections.shuffle(drawn, new Random(SEED + mutant.name().hashCode()));
    return new Summons(all.proving, drawn.subList(0, Math.min(others, drawn.size())));
  }

  /** All that a server can be tried with; a client is tried by those that prove only. */
  static Summons everything(Corpus corpus, Mutant mutant) {
    List<Playing> all = Playing.all(corpus);
    if (mutant instanceof Mutant.Client) {
      List<Playing> ofClients =
          all.stream().filter(playing -> !playing.scenario().isAtWireLevel()).toList();
      return new Summons(proving(ofClients, mutant), List.of());
    }
    List<Playing> ofServers =
        all.stream().filter(playing -> !playing.scenario().isOfClients()).toList();
    List<Playing> others = ofServers.stream().filter(playing -> !proves(playing, mutant)).toList();
    return new Summons(proving(ofServers, mutant), others);
  }

  private static List<Playing> proving(List<Playing> playings, Mutant mutant) {
    return playings.stream().filter(playing -> proves(playing, mutant)).toList();
  }

  private static boolean proves(Playing playing, Mutant mutant) {
    return !Collections.disjoint(playing.scenario().proves(), mutant.violates());
  }
}
