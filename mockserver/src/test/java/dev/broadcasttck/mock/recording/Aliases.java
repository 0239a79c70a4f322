package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which of the mock's made-up values stands for which of the real server's, one for one. */
final class Aliases {
  private final Map<String, String> ofRecorded = new HashMap<>();
  private final Map<String, String> ofReceived = new HashMap<>();
  private final Tally tally;

  Aliases(Tally tally) {
    this.tally = tally;
  }

  /** The recorded answer in the mock's values, as far as they agree with what they were before. */
  Answer translate(Answer recorded, Answer received) {
    Answer translated = recorded;
    for (Generated kind : Generated.values()) {
      List<String> ones = kind.in(recorded);
      List<String> others = ones.isEmpty() ? ones : kind.in(received);
      for (int i = 0; ones.size() == others.size() && i < ones.size(); i++) {
        translated = translate(kind, translated, ones.get(i), others.get(i));
      }
    }
    return translated;
  }

  private Answer translate(Generated kind, Answer answer, String one, String other) {
    boolean agrees =
        Objects.equals(ofRecorded.getOrDefault(one, other), other)
            && Objects.equals(ofReceived.getOrDefault(other, one), one);
    if (!agrees || one.equals(other)) {
      return answer;
    }
    ofRecorded.put(one, other);
    ofReceived.put(other, one);
    tally.count(kind);
    return Generated.replace(answer, one, other);
  }
}
