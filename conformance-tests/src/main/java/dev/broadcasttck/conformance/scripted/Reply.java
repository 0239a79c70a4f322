package dev.broadcasttck.conformance.scripted;

import tools.jackson.databind.JsonNode;

/** What came of a push that wanted an answer. */
enum Reply {
  OK("ok"),
  /** The server said so. */
  ERROR("error"),
  TIMED_OUT("timed out"),
  /** The socket ended first. */
  LOST("error");

  private final String words;

  Reply(String words) {
    this.words = words;
  }

  /** What the payload of a {@code phx_reply} amounts to. */
  static Reply of(JsonNode payload) {
    return payload.path("status").stringValueOpt().filter("ok"::equals).isPresent() ? OK : ERROR;
  }

  @Override
  public String toString() {
    return words;
  }
}
