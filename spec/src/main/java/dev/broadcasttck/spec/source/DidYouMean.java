package dev.broadcasttck.spec.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The likely intention behind a word that is not known. */
public final class DidYouMean {
  /** What is longer was never meant to be one of our words, and would take long to compare. */
  private static final int LONGEST = 60;

  /** More words than that are no help in a sentence. */
  private static final int MOST = 60;

  private DidYouMean() {}

  /**
   * The end of a sentence about an unknown word: {@code , did you mean `x`?} where one of the known
   * words is near enough, else what may stand there unless that is very much, else nothing.
   */
  public static String among(Collection<String> known, String word) {
    Optional<String> near = nearest(known, word);
    if (near.isPresent()) {
      return ", did you mean `" + near.get() + "`?";
    }
    if (known.size() > MOST) {
      return "; of the %d that are known none is like it".formatted(known.size());
    }
    return known.isEmpty() ? "" : "; known are `" + String.join("`, `", known) + "`";
  }

  /** The known word that is nearest to one that is not, empty where none is near enough. */
  public static Optional<String> nearest(Collection<String> known, String word) {
    int reach = Math.max(1, word.length() / 3);
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> distance(candidate, word) <= reach)
        .min(Comparator.comparingInt(candidate -> distance(candidate, word)));
  }

  /** How many letters to put in, take out, replace or swap with their neighbour; case is free. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
