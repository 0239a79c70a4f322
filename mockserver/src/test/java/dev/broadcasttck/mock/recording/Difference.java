package dev.broadcasttck.mock.recording;

/**
 * One thing in which an answer is not the recorded one.
 *
 * @param where such as {@code header date} or, within JSON, {@code /payload/status}
 */
record Difference(String where, String recorded, String received) {
  @Override
  public String toString() {
    return "%s: real server %s, mock %s".formatted(where, recorded, received);
  }
}
