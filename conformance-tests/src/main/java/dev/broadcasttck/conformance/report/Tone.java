package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Verdict;

/** How a text is meant, which a terminal shows as a colour. */
public enum Tone {
  GOOD("32"),
  BAD("31"),
  DOUBTFUL("33"),
  QUIET("2"),
  STRONG("1");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String paint(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  static Tone of(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> GOOD;
      case FAILED, UNEXPECTED_PASS, HARNESS_ERROR -> BAD;
      case KNOWN_FAILING, KNOWN_FLAKY, INCONCLUSIVE -> DOUBTFUL;
      case NOT_APPLICABLE -> QUIET;
    };
  }
}
