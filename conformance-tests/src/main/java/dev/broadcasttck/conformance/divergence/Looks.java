package dev.broadcasttck.conformance.divergence;

import dev.broadcasttck.conformance.divergence.CanonicalHistory.Line;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What two servers were seen to say to one script, each as often as it was played. They part where
 * the one never said what the other did: what merely comes now earlier, now later is no difference.
 */
public final class Looks {
  private final List<Look> ofA = new ArrayList<>();
  private final List<Look> ofB = new ArrayList<>();

  /** What was seen in one playing, and what came of it. */
  private record Look(CanonicalHistory history, Verdict verdict) {
    static Look of(Result result) {
      return new Look(CanonicalHistory.of(result.tape()), result.verdict());
    }
  }

  public void add(Result a, Result b) {
    ofA.add(Look.of(a));
    ofB.add(Look.of(b));
  }

  /** Where they part first, in the order of the first playing; empty where they do not. */
  public Optional<Parting> parting() {
    CanonicalHistory a = ofA.get(0).history();
    CanonicalHistory b = ofB.get(0).history();
    Set<String> streams = new LinkedHashSet<>(a.streams().keySet());
    streams.addAll(b.streams().keySet());
    return streams.stream()
        .filter(stream -> !haveInCommon(stream))
        .map(stream -> Fork.of(stream, lines(a, stream), lines(b, stream)))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Fork::number))
        .map(Fork::parting);
  }

  private boolean haveInCommon(String stream) {
    return ofA.stream().anyMatch(a -> ofB.stream().anyMatch(b -> areAlike(stream, a, b)));
  }

  /**
   * Whether they are the same as far as the script waited. What no step waited for may come before
   * the end of a playing or after it; where it matters, the verdicts differ.
   */
  private static boolean areAlike(String stream, Look a, Look b) {
    List<String> ofA = texts(lines(a.history(), stream));
    List<String> ofB = texts(lines(b.history(), stream));
    int common = Math.min(ofA.size(), ofB.size());
    boolean isSame = ofA.subList(0, common).equals(ofB.subList(0, common));
    return isSame && (ofA.size() == ofB.size() || a.verdict() == b.verdict());
  }

  private static List<Line> lines(CanonicalHistory history, String stream) {
    return history.streams().getOrDefault(stream, List.of());
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  /**
   * A parting, and when it was.
   *
   * @param number the place on the tape
   */
  private record Fork(int number, Parting parting) {
    static Optional<Fork> of(String stream, List<Line> a, List<Line> b) {
      int common = 0;
      while (common < Math.min(a.size(), b.size())
          && a.get(common).text().equals(b.get(common).text())) {
        common++;
      }
      Optional<Line> nextOfA = at(a, common);
      Optional<Line> nextOfB = at(b, common);
      Optional<String> before = at(a, common - 1).map(Line::text);
      Parting parting =
          new Parting(stream, common + 1, before, nextOfA.map(Line::text), nextOfB.map(Line::text));
      return nextOfA.or(() -> nextOfB).map(line -> new Fork(line.number(), parting));
    }

    private static Optional<Line> at(List<Line> lines, int place) {
      return place < 0 || place >= lines.size() ? Optional.empty() : Optional.of(lines.get(place));
    }
  }
}
