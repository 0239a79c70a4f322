package dev.broadcasttck.conformance.stage;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What came of a step. */
public sealed interface Reaction {
  /** The step did what it says; {@code evidence} is empty where there is nothing to tell. */
  record Held(String evidence) implements Reaction {}

  /** The subject did something else. */
  record Broken(String expected, String actual) implements Reaction {}

  /** The subject did what no step allows, be it a claim, a control or an act. */
  record Offence(String expected, String actual) implements Reaction {}

  /** The subject took a way that it may take, and on which nothing more can be asked of it. */
  record Moot(String expected, String actual) implements Reaction {}

  /** It could not be found out. */
  record Unproven(String expected, String actual) implements Reaction {}

  /** Held, with nothing to tell. */
  Reaction HELD = new Held("");

  /** Held where there is evidence, else broken. */
  static Reaction heldIf(Optional<String> evidence, String expected, Supplier<String> actual) {
    return evidence.<Reaction>map(Held::new).orElseGet(() -> new Broken(expected, actual.get()));
  }

  /** The same with each of its texts in other words. */
  static Reaction reworded(Reaction reaction, UnaryOperator<String> words) {
    if (reaction instanceof Broken it) {
      return new Broken(words.apply(it.expected()), words.apply(it.actual()));
    } else if (reaction instanceof Offence it) {
      return new Offence(words.apply(it.expected()), words.apply(it.actual()));
    } else if (reaction instanceof Moot it) {
      return new Moot(words.apply(it.expected()), words.apply(it.actual()));
    } else if (reaction instanceof Unproven it) {
      return new Unproven(words.apply(it.expected()), words.apply(it.actual()));
    }
    return new Held(words.apply(((Held) reaction).evidence()));
  }
}
