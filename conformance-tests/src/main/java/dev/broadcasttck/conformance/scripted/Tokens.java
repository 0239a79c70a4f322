package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.driver.TokenSource.Called;
import dev.broadcasttck.conformance.driver.TokenSource.Given;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * With which token a client shows who it is: one that its user gave it, else what its user's
 * function yields, else the key. Lives on the loop.
 */
final class Tokens {
  private final Terms terms;
  private Optional<Called> function;
  private Optional<Secret> given;
  private Optional<Secret> lastYielded = Optional.empty();
  private Optional<Secret> first = Optional.empty();
  private boolean hasShown;

  Tokens(Terms terms) {
    this.terms = terms;
    this.function = terms.options().token().flatMap(Tokens::called);
    this.given = terms.options().token().flatMap(Tokens::value);
  }

  /** Tells the user's token as soon as it is known; empty where the user has none. */
  void ask(Consumer<Optional<Secret>> then) {
    if (given.isPresent() || function.isEmpty()) {
      then.accept(given);
      return;
    }
    Called called = function.get();
    if (called.delay().isEmpty()) {
      then.accept(yielded());
    } else if (terms.conduct().does(Misbehaviour.DOES_NOT_WAIT_FOR_THE_TOKEN)) {
      then.accept(Optional.empty());
    } else {
      await(called.delay().get(), () -> accept(then));
    }
  }

  /** Replaces the token that the user gave; without one the function counts again, or the key. */
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

  private void accept(Consumer<Optional<Secret>> then) {
    then.accept(yielded());
    if (terms.conduct().does(Misbehaviour.THROWS_AFTER_THE_TOKEN)) {
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
