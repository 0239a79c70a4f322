package dev.broadcasttck.conformance.bundle;

import java.util.List;

/**
 * What came of deriving verdicts again.
 *
 * @param verdicts how many were derived, and are what the results say
 * @param conversations how many traces there are, those of barriers included
 * @param underivable the playings whose verdicts no trace can show
 */
public record Derived(int verdicts, int conversations, List<String> underivable) {

  /** One line. */
  public String inWords() {
    String rest =
        underivable.isEmpty()
            ? "none is not derivable"
            : "%d not derivable: %s".formatted(underivable.size(), String.join(", ", underivable));
    return "%d verdicts derived again from %d traces; %s".formatted(verdicts, conversations, rest);
  }
}
