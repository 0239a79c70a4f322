package dev.broadcasttck.conformance.match;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A word that stands for many values. */
public enum Wildcard {
  ANY("$any"),
  STRING("$string"),
  NUMBER("$number"),
  INTEGER("$integer"),
  UUID("$uuid"),
  ABSENT("$absent");

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final String word;

  Wildcard(String word) {
    this.word = word;
  }

  boolean accepts(JsonNode actual) {
    return switch (this) {
      case ANY -> !actual.isMissingNode();
      case STRING -> actual.isString();
      case NUMBER -> actual.isNumber();
      case INTEGER -> actual.isIntegralNumber();
      case UUID -> actual.isString() && UUID_FORM.matcher(actual.stringValue()).matches();
      case ABSENT -> actual.isMissingNode();
    };
  }

  /** The wildcard that a value of a script is, if it is one. */
  static Optional<Wildcard> of(JsonNode expected) {
    return expected.isString() ? named(expected.stringValue()) : Optional.empty();
  }

  /** The wildcard of that name, such as {@code $any}. */
  public static Optional<Wildcard> named(String word) {
    return Arrays.stream(values()).filter(wildcard -> wildcard.word.equals(word)).findFirst();
  }

  /** A literal string as a script writes it: what begins with a dollar, with two of them. */
  public static String escaped(String literal) {
    return literal.startsWith("$") ? "$" + literal : literal;
  }

  /** What {@link #escaped} was made of. */
  public static String unescaped(String written) {
    return written.startsWith("$$") ? written.substring(1) : written;
  }

  static JsonNode unescaped(JsonNode expected) {
    return expected.isString() ? StringNode.valueOf(unescaped(expected.stringValue())) : expected;
  }
}
