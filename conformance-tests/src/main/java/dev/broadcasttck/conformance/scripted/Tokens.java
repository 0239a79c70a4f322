package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.driver.TokenSource.Called;
import dev.broadcasttck.conformance.driver.TokenSource.Given;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * With which token a client shows who it is: what its user's function yields, else one that its
 * user gave it, else the key. Lives on the loop.
 */
final class Tokens {
  private final Terms terms;
  private final Consumer<Optional<Secret>> renewal;
  private Optional<Called> function;
  private Optional<Secret> given;
  private Optional<Secret> lastYielded = Optional.empty();
  private Optional<Secret> first = Optional.empty();
  private boolean hasShown;
  private boolean fails;

  /**
   * Those of a client.
   *
   * @param renewal shows a token on every channel that is joined
   */
  Tokens(Terms terms, Consumer<Optional<Secret>> renewal) {
    this.terms = terms;
    this.renewal = renewal;
    this.function = terms.options().token().flatMap(Tokens::called);
    this.given = terms.options().token().flatMap(Tokens::value);
  }

  /** Tells the user's token as soon as it is known; empty where the user has none. */
  void ask(Consumer<Optional<Secret>> then) {
    if (function.isEmpty() || keepsWhatWasGiven()) {
      then.accept(given);
    } else if (fails) {
      then.accept(Optional.empty());
      complain(Misbehaviour.THROWS_WHERE_THE_FUNCTION_FAILS);
    } else {
      call(function.get(), then);
    }
  }

  private boolean keepsWhatWasGiven() {
    return given.isPresent()
        && (terms.conduct().does(Misbehaviour.BY_HAND_IS_FOR_EVER)
            || terms.conduct().does(Misbehaviour.SIGN_OUT_KEEPS_THE_TOKEN));
  }

  private void call(Called called, Consumer<Optional<Secret>> then) {
    if (called.delay().isEmpty()) {
      then.accept(yielded());
    } else if (terms.conduct().does(Misbehaviour.DOES_NOT_WAIT_FOR_THE_TOKEN)) {
      then.accept(Optional.empty());
    } else {
      await(called.delay().get(), () -> accept(called, then));
    }
  }

  /**
   * Replaces the token that the user gave; where there is a function, what it yields next counts.
   */
  void give(Optional<Secret> token) {
    if (token.isEmpty() && terms.conduct().does(Misbehaviour.SIGN_OUT_KEEPS_THE_TOKEN)) {
      given = given.or(() -> lastYielded);
    } else {
      given = token;
    }
  }

  /** The token of the client's first join, which this one may be. */
  Optional<Secret> first(Optional<Secret> shown) {
    if (!hasShown) {
      hasShown = true;
      first = shown;
    }
    return first;
  }

  /** What the function yields from now on. */
  void yieldFromNowOn(Secret token) {
    function = function.map(called -> new Called(token, called.delay()));
  }

  /** The function is another from now on. */
  void become(Called another) {
    function = function.map(called -> another);
  }

  /** The function fails from now on. */
  void fail() {
    fails = true;
  }

  private void accept(Called called, Consumer<Optional<Secret>> then) {
    then.accept(yielded());
    if (terms.conduct().does(Misbehaviour.EARLIER_LOOKUP_WINS)) {
      renewal.accept(Optional.of(called.token()));
    }
    complain(Misbehaviour.THROWS_AFTER_THE_TOKEN);
  }

  private void complain(Misbehaviour misbehaviour) {
    if (terms.conduct().does(misbehaviour)) {
      throw new IllegalStateException("the token could not be borne");
    }
  }

  private Optional<Secret> yielded() {
    Optional<Secret> token =
        function.map(Called::token).filter(secret -> !secret.reveal().isEmpty());
    lastYielded = token.or(() -> lastYielded);
    return token;
  }

  private void await(Duration delay, Runnable then) {
    if (delay.isZero()) {
      terms.loop().run(then);
    } else {
      var unused = terms.loop().after(delay, then);
    }
  }

  private static Optional<Called> called(TokenSource source) {
    return source instanceof Called called ? Optional.of(called) : Optional.empty();
  }

  private static Optional<Secret> value(TokenSource source) {
    return source instanceof Given value ? Optional.of(value.token()) : Optional.empty();
  }
}
