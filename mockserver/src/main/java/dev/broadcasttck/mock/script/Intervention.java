package dev.broadcasttck.mock.script;

import dev.broadcasttck.mock.message.Push;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** What is done with a push in place of what an obedient server would do. */
public sealed interface Intervention {
  /** It is kept until somebody answers or releases it; {@code caught} is told which it was. */
  record Hold(AtomicReference<Entry> caught) implements Intervention {
    public Hold() {
      this(new AtomicReference<>());
    }

    /** The push that was held; empty as long as none has come. */
    public Optional<Entry> entry() {
      return Optional.ofNullable(caught.get());
    }
  }

  /** It is dropped. */
  record Ignore() implements Intervention {}

  /** It is obeyed so much later, by the clock that can be moved. */
  record Delay(Duration duration) implements Intervention {}

  /** It is answered with an error, and nothing else is done. */
  record Refuse(JsonNode response) implements Intervention {}

  /** It is obeyed, but replied to in other words, even where no reply was asked for. */
  record ReplyOtherwise(String status, JsonNode response) implements Intervention {}

  /**
   * An intervention and the pushes it is for.
   *
   * @param times how many pushes; {@link #FOR_GOOD} for all from now on
   */
  record Rule(BiPredicate<LiveSocket, Push> pushes, Intervention intervention, int times) {
    /** For all pushes from now on. */
    public static final int FOR_GOOD = -1;

    Rule used() {
      return times == FOR_GOOD ? this : new Rule(pushes, intervention, times - 1);
    }

    boolean isForGood() {
      return times == FOR_GOOD;
    }

    boolean isSpent() {
      return times == 0;
    }
  }
}
