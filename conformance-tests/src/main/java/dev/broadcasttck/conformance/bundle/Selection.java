package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.profile.Profile;
import java.util.List;

/** What has to be played for profiles. */
public final class Selection {
  private Selection() {}

  /** Everything at a server that proves a rule of theirs, in the order of the corpus. */
  public static List<Playing> of(Corpus corpus, List<Profile> profiles) {
    return Playing.all(corpus).stream()
        .filter(it -> !it.scenario().isOfClients())
        .filter(it -> it.scenario().proves().stream().anyMatch(rule -> asks(profiles, rule)))
        .toList();
  }

  private static boolean asks(List<Profile> profiles, String rule) {
    return profiles.stream().anyMatch(profile -> profile.rules().contains(rule));
  }
}
