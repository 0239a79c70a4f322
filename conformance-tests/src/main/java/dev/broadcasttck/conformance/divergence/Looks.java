package dev.broadcasttck.conformance.divergence;

import dev.broadcasttck.conformance.divergence.CanonicalHistory.Line;
import dev.broadcasttck.conformance.verdict.Result;
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
  private final List<CanonicalHistory> ofA = new ArrayList<>();
  private final List<CanonicalHistory> ofB = new ArrayList<>();

  public void add(Result a, Result b) {
    ofA.add(CanonicalHistory.of(a.tape()));
    ofB.add(CanonicalHistory.of(b.tape()));
  }

  /** Where they part first, in the order of the first playing; empty where they do not. */
  public Optional<Parting> parting() {
    CanonicalHistory a = ofA.get(0);
    CanonicalHistory b = ofB.get(0);
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
    List<List<String>> known = ofA.stream().map(it -> texts(lines(it, stream))).toList();
    return ofB.stream().map(it -> texts(lines(it, stream))).anyMatch(known::contains);
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
