package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import java.util.List;
import java.util.Optional;

/**
 * The first place of a connection in which the mock did not answer like the real server.
 *
 * @param row the recorded answer at which it was noticed
 * @param received what the mock answered instead, if anything
 * @param differences in what the two differ, where both answered the same thing differently
 */
record Mismatch(
    Recording recording,
    Row row,
    Kind kind,
    Optional<Answer> received,
    List<Difference> differences) {

  /** How an answer can be wrong. */
  enum Kind {
    DIFFERENT("the mock answered differently"),
    MISSING("the mock left out an answer"),
    SURPLUS("the mock said something that the real server did not say");

    private final String headline;

    Kind(String headline) {
      this.headline = headline;
    }
  }

  /** For somebody who knows the protocol and nothing of this code. */
  String message() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, line %d, connection %s: %s%n"
            .formatted(recording.name(), row.line(), row.conn(), kind.headline));
    recording.noteBefore(row).ifPresent(note -> line(text, "noted", note.event()));
    recording.actBefore(row).ifPresent(act -> line(text, "client said", act.event()));
    line(text, "real server", row.event());
    received.ifPresentOrElse(
        answer -> line(text, "mock", answer), () -> line(text, "mock", "(nothing more)"));
    differences.forEach(difference -> line(text, "differs in", difference.toString()));
    return text.toString();
  }

  private static void line(StringBuilder text, String title, Event event) {
    line(text, title, Show.briefly(event));
  }

  private static void line(StringBuilder text, String title, String content) {
    text.append("  %-12s %s%n".formatted(title, content));
  }
}
