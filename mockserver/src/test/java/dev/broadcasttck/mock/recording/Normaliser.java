package dev.broadcasttck.mock.recording;

import java.util.Set;
import java.util.regex.Pattern;

/** A kind of difference that is none. What is not listed here is compared to the letter. */
enum Normaliser {
  DATE("header date", "the day on which it was played", Shape.HTTP_DATE, Shape.HTTP_DATE),
  REQUEST_ID("header x-request-id", "made by the server", Shape.REQUEST_ID, Shape.REQUEST_ID),
  EVENTS_OF_LATE(
      "header x-rate-(rolling|limit-remaining)",
      "an average over the seconds before, and the player is faster than the recorder",
      Shape.NUMBER,
      Shape.NUMBER),
  ACCEPTED_KEY(
      "header sec-websocket-accept",
      "follows from the client's key; the answer to the player's key is known",
      "[\\w+/]{27}=",
      Pattern.quote("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")),
  OPTION_CASE(
      "header connection",
      "HTTP compares connection options without regard to case",
      "Upgrade",
      "upgrade"),
  SERVER("header server", "the mock is not Cowboy", "Cowboy", ".*"),
  LAST_WORD(
      "answer",
      "a client that is still sending may not see the close frame; the mock waits until it has",
      "end of the socket, code 1006 \"\"",
      "end of the socket, code 1009 \"\""),
  KEY_ORDER("order of the keys at .*", "JSON objects have no order", ".*", ".*"),
  NUMBER_SPELLING("spelling of the number at .*", "1e3 and 1.0e3 are one number", ".*", ".*");

  /** What every answer to a request differs in, which says nothing about a recording. */
  static final Set<Normaliser> OF_EVERY_REQUEST =
      Set.of(DATE, REQUEST_ID, ACCEPTED_KEY, OPTION_CASE, SERVER);

  /** Why this difference does not count. */
  final String reason;

  private final Pattern where;
  private final Pattern recorded;
  private final Pattern received;

  Normaliser(String where, String reason, String recorded, String received) {
    this.where = Pattern.compile(where);
    this.reason = reason;
    this.recorded = Pattern.compile(recorded);
    this.received = Pattern.compile(received);
  }

  boolean excuses(Difference difference) {
    return where.matcher(difference.where()).matches()
        && recorded.matcher(difference.recorded()).matches()
        && received.matcher(difference.received()).matches();
  }

  /** What the values look like whose content is not compared. */
  private static final class Shape {
    static final String HTTP_DATE = "\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";
    static final String REQUEST_ID = "[\\w-]{16,}";
    static final String NUMBER = "\\d+";
  }
}
