package dev.broadcasttck.conformance.wire;

/** What came of a request. */
public sealed interface Answer {
  /** An HTTP answer. */
  record Answered(int status) implements Answer {}

  /** None. */
  record Lost(Loss loss) implements Answer {}
}
