package dev.broadcasttck.conformance.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a report is written: a terminal with a line that changes in place, or a log of plain lines.
 */
public final class Screen {
  /** What a screen is able to show. */
  public record Traits(int width, boolean live, boolean colour) {
    /** A log, or whatever else is no terminal. */
    public static final Traits PLAIN = new Traits(100, false, false);

    private static final int NARROWEST = 40;

    /**
     * What the environment says: {@code CI}, {@code TERM} and {@code NO_COLOR} are honoured.
     *
     * @param columns the terminal's width, 0 if it is not known
     */
    public static Traits of(boolean terminal, int columns, Map<String, String> environment) {
      boolean dumb = "dumb".equals(environment.get("TERM"));
      if (!terminal || dumb || !environment.getOrDefault("CI", "").isEmpty()) {
        return PLAIN;
      }
      int width = columns <= 0 ? PLAIN.width() : Math.max(columns, NARROWEST);
      return new Traits(width, true, environment.getOrDefault("NO_COLOR", "").isEmpty());
    }
  }

  private final PrintWriter out;
  private final Traits traits;
  private final Redaction redaction;
  private int lengthOfProgress;

  public Screen(PrintWriter out, Traits traits, Redaction redaction) {
    this.out = out;
    this.traits = traits;
    this.redaction = redaction;
  }

  public Traits traits() {
    return traits;
  }

  /** Writes a line that stays. */
  public void line(String text) {
    wipeProgress();
    out.println(redaction.redact(text));
    out.flush();
  }

  /** Writes a line that stays, in the colour that its tone has here. */
  public void line(Tone tone, String text) {
    line(painted(tone, text));
  }

  String painted(Tone tone, String text) {
    return traits.colour() ? tone.paint(text) : text;
  }

  /** Shows a line until the next one; a log never sees it. */
  public void progress(String text) {
    if (!traits.live()) {
      return;
    }
    String clean = cut(redaction.redact(text), traits.width() - 1);
    wipeProgress();
    out.print("\r" + clean);
    out.flush();
    lengthOfProgress = clean.length();
  }

  /** Writes a label and a text, which goes on below itself where the line is full. */
  public void labelled(String label, String text) {
    String indent = " ".repeat(LABEL_WIDTH);
    String head = "  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - 2 - label.length()));
    for (String row : wrapped(redaction.redact(text), traits.width() - LABEL_WIDTH)) {
      line(painted(Tone.QUIET, head) + row);
      head = indent;
    }
  }

  /** Writes a text that may be cut off where the line is full, but never inside a secret. */
  public void clipped(String text) {
    line(cut(redaction.redact(text), traits.width()));
  }

  private static final int LABEL_WIDTH = 12;

  private void wipeProgress() {
    if (lengthOfProgress > 0) {
      out.print("\r" + " ".repeat(lengthOfProgress) + "\r");
      lengthOfProgress = 0;
    }
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private static List<String> wrapped(String text, int width) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (row.length() > 0 && row.length() + 1 + word.length() > width) {
        rows.add(row.toString());
        row.setLength(0);
      }
      row.append(row.length() == 0 ? "" : " ").append(word);
    }
    rows.add(row.toString());
    return rows;
  }
}
