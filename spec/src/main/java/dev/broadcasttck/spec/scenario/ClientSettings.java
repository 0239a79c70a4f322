package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.source.Row;
import java.time.Duration;
import java.util.Optional;

/**
 * How an actor's client is made, where a scenario says it.
 *
 * @param timeout how long it is to wait for replies
 * @param heartbeat how often it is to send one
 * @param reconnect how long it is to wait before it connects again
 * @param token what token it has beside its key
 * @param hasOpaqueKey whether its key is of the kind that is no JWT
 * @param below the path of its project's address; empty for none
 * @param limitsItself whether it keeps the rate of broadcasts that it allows itself
 * @param isGivenTransport whether its user gives it the kind of socket that it is to open
 */
public record ClientSettings(
    Optional<Duration> timeout,
    Optional<Duration> heartbeat,
    Optional<Duration> reconnect,
    Optional<Token> token,
    boolean hasOpaqueKey,
    String below,
    boolean limitsItself,
    boolean isGivenTransport) {
  /** Nothing is said. */
  public static final ClientSettings NONE =
      new ClientSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          "",
          false,
          false);

  private static final Duration NEXT_TICK = Duration.ZERO;

  /**
   * A token, by the name of whom it is for.
   *
   * @param form how the client gets it
   * @param delay how long the function takes: empty for none at all, zero for the next tick
   */
  public record Token(String whose, Form form, Optional<Duration> delay) {
    /** How a client gets its token. */
    public enum Form {
      /** The user gives it one. */
      VALUE,
      /** The user gives it a function that yields it. */
      CALLBACK,
      /**
       * By the function where the client takes one, else as a value: the scenario is not about it.
       */
      EITHER
    }
  }

  static ClientSettings read(Row actor) {
    Row timers = new Row(actor.node().path("timers"));
    return new ClientSettings(
        duration(timers, "timeout"),
        duration(timers, "heartbeat"),
        duration(timers, "reconnect"),
        token(new Row(actor.node().path("token"))),
        actor.text("key").filter("opaque"::equals).isPresent(),
        actor.text("below").orElse(""),
        actor.node().path("limits-itself").asBoolean(false),
        actor.text("transport").filter("given"::equals).isPresent());
  }

  private static Optional<Token> token(Row row) {
    return token(row, "value", Token.Form.VALUE)
        .or(() -> token(row, "callback", Token.Form.CALLBACK))
        .or(() -> token(row, "either", Token.Form.EITHER));
  }

  private static Optional<Token> token(Row row, String key, Token.Form form) {
    return row.text(key)
        .map(who -> new Token(who, form, row.text("delay").flatMap(ClientSettings::delay)));
  }

  /** How long a function takes: empty for none at all, zero for the next tick. */
  public static Optional<Duration> delay(String word) {
    return switch (word) {
      case "now" -> Optional.empty();
      case "next-tick" -> Optional.of(NEXT_TICK);
      default -> Optional.of(duration(word));
    };
  }

  private static Optional<Duration> duration(Row row, String key) {
    return row.text(key).map(ClientSettings::duration);
  }

  private static Duration duration(String word) {
    long number = Long.parseLong(word.replaceAll("[a-z]", ""));
    return word.endsWith("ms")
        ? Duration.ofMillis(number)
        : word.endsWith("min") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
  }
}
