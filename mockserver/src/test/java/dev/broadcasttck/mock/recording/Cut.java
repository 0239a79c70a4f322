package dev.broadcasttck.mock.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of which the recorder wrote down the beginning and the length only.
 *
 * @param length in characters
 */
record Cut(String beginning, int length) {
  private static final Pattern CUT = Pattern.compile("(.*)…<(\\d+) chars>", Pattern.DOTALL);

  static boolean isCut(Frame frame) {
    return frame.content().endsWith(" chars>") && CUT.matcher(frame.content()).matches();
  }

  static Cut of(Frame frame) {
    Matcher matcher = CUT.matcher(frame.content());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("this is whole: " + frame);
    }
    return new Cut(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return beginning + "… " + length + " chars";
  }

  boolean fits(String text) {
    return text.length() == length && text.startsWith(beginning);
  }

  /** The whole, if all that is missing before its ending is the letter x. */
  Frame goingOn(String ending) {
    int missing = length - beginning.length() - ending.length();
    return new Frame(Frame.Kind.TEXT, beginning + "x".repeat(missing) + ending);
  }
}
