package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Case.Mismatch;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Line.Kind;
import dev.broadcasttck.conformance.record.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A tape as a sequence diagram: a lane for each actor and one for the server, an arrow for each
 * frame; what a client says itself stands on its lane. In pixels.
 *
 * @param lanes from left to right; the last is the server's
 * @param arrows from top to bottom
 * @param leftOut how many lines of the tape are not shown
 */
public record SequenceDiagram(List<Lane> lanes, List<Arrow> arrows, int leftOut) {
  private static final int FIRST = 130;
  private static final int APART = 240;
  private static final int TOP = 34;
  private static final int ROW = 34;
  private static final int MARGIN = 100;

  /** The most lines that a person looks through in a picture; the first ones, then the last. */
  private static final int MOST_FIRST = 8;

  private static final int MOST_LAST = 32;
  private static final double LETTER = 6.3;

  /** Somebody who takes part. */
  public record Lane(String name, int x) {}

  /**
   * Something that happened.
   *
   * @param from where it begins
   * @param to where it ends; the same for what is said
   * @param label in a few words, cut to fit
   * @param text the whole of it
   * @param time in milliseconds, in words
   * @param tone how it is drawn: {@code sent}, {@code received}, {@code said}, {@code culprit}
   */
  public record Arrow(
      int from, int to, int y, String label, String text, String time, String tone) {
    public boolean isNote() {
      return from == to;
    }

    public int middle() {
      return (from + to) / 2;
    }

    /** The head, a triangle. */
    public String head() {
      int back = to > from ? to - 8 : to + 8;
      return to + "," + y + " " + back + "," + (y - 4) + " " + back + "," + (y + 4);
    }
  }

  static SequenceDiagram of(Case told) {
    List<Line> shown = told.tape().stream().filter(it -> it.kind() != Kind.PRINTED).toList();
    List<Line> picked = picked(shown);
    List<String> names =
        Stream.concat(shown.stream().map(Line::actor).distinct(), Stream.of("server*")).toList();
    List<Lane> lanes = new ArrayList<>();
    for (String name : names) {
      String title = name.equals("server*") ? "server" : name;
      lanes.add(new Lane(title, FIRST + lanes.size() * APART));
    }
    List<Arrow> arrows = new ArrayList<>();
    for (Line line : picked) {
      int actor = lanes.get(names.indexOf(line.actor())).x();
      int server = lanes.get(lanes.size() - 1).x();
      arrows.add(arrow(line, told, actor, server, TOP + ROW * (arrows.size() + 1)));
    }
    return new SequenceDiagram(lanes, arrows, shown.size() - picked.size());
  }

  private static List<Line> picked(List<Line> lines) {
    if (lines.size() <= MOST_FIRST + MOST_LAST) {
      return lines;
    }
    return Stream.concat(
            lines.stream().limit(MOST_FIRST), lines.stream().skip(lines.size() - (long) MOST_LAST))
        .toList();
  }

  private static Arrow arrow(Line line, Case told, int actor, int server, int y) {
    int from = line.way() == Way.RECEIVED ? server : actor;
    int to = line.way() == Way.SENT ? server : actor;
    int room = line.way() == Way.SAID ? APART + MARGIN - 20 : Math.abs(server - actor) - 16;
    String gist = new Gist(line).inWords();
    return new Arrow(
        from,
        to,
        y,
        clipped(gist, (int) (room / LETTER)),
        line.inWords(),
        String.format(Locale.ROOT, "%.1f ms", line.atMs()),
        isCulprit(line, told) ? "culprit" : line.way().toString());
  }

  /** Whether it is the frame that a finding is about. */
  static boolean isCulprit(Line line, Case told) {
    return line.isFrame()
        && line.way() == Way.RECEIVED
        && told.findings().stream().anyMatch(it -> isNamed(line, it) && isMeant(line, told, it));
  }

  private static boolean isNamed(Line line, Mismatch finding) {
    return finding.actual().contains(line.hex().orElse(line.text()))
        || finding.actual().contains(line.text());
  }

  /** Several may get the same frame; the finding says whose it is about. */
  private static boolean isMeant(Line line, Case told, Mismatch finding) {
    String words = finding.expected() + " " + finding.actual();
    List<String> actors =
        told.tape().stream().map(Line::actor).distinct().filter(words::contains).toList();
    return actors.isEmpty()
        || finding.actual().startsWith(line.actor() + " ")
        || (actors.contains(line.actor())
            && actors.stream().noneMatch(it -> finding.actual().startsWith(it + " ")));
  }

  private static String clipped(String text, int length) {
    return text.length() <= length ? text : text.substring(0, Math.max(1, length - 1)) + "…";
  }

  public int width() {
    return lanes.get(lanes.size() - 1).x() + MARGIN;
  }

  public int height() {
    return TOP + ROW * (arrows.size() + 1);
  }

  /** For those who cannot see it. */
  public String inWords() {
    return "Sequence diagram of %d messages between %s; the list below says the same in words"
        .formatted(arrows.size(), String.join(", ", lanes.stream().map(Lane::name).toList()));
  }
}
