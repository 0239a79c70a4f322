package dev.broadcasttck.conformance.stage;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What came of a step. */
public sealed interface Reaction {
  /** The same with each of its texts in other words. */
  Reaction reworded(UnaryOperator<String> words);

  /** The step did what it says; {@code evidence} is empty where there is nothing to tell. */
  record Held(String evidence) implements Reaction {
    @Override
    public Held reworded(UnaryOperator<String> words) {
      return new Held(words.apply(evidence));
    }
  }

  /** The subject did something else. */
  record Broken(String expected, String actual) implements Reaction {
    @Override
    public Broken reworded(UnaryOperator<String> words) {
      return new Broken(words.apply(expected), words.apply(actual));
    }
  }

  /** The subject did what no step allows, be it a claim, a control or an act. */
  record Offence(String expected, String actual) implements Reaction {
    @Override
    public Offence reworded(UnaryOperator<String> words) {
      return new Offence(words.apply(expected), words.apply(actual));
    }
  }

  /** The subject took a way that it may take, and on which nothing more can be asked of it. */
  record Moot(String expected, String actual) implements Reaction {
    @Override
    public Moot reworded(UnaryOperator<String> words) {
      return new Moot(words.apply(expected), words.apply(actual));
    }
  }

  /** It could not be found out. */
  record Unproven(String expected, String actual) implements Reaction {
    @Override
    public Unproven reworded(UnaryOperator<String> words) {
      return new Unproven(words.apply(expected), words.apply(actual));
    }
  }

  /** Held, with nothing to tell. */
  Reaction HELD = new Held("");

  /** Held where there is evidence, else broken. */
  static Reaction heldIf(Optional<String> evidence, String expected, Supplier<String> actual) {
    return evidence.<Reaction>map(Held::new).orElseGet(() -> new Broken(expected, actual.get()));
  }
}
