package dev.broadcasttck.mock.http;

/** The headers that tell a project its rate; a mock without limits has always all of it left. */
final class Rate {
  private static final String LIMIT = "100";

  private Rate() {}

  static Answer on(Answer answer) {
    return answer
        .with("x-rate-rolling", "0")
        .with("x-rate-limit", LIMIT)
        .with("x-rate-limit-remaining", LIMIT);
  }
}
