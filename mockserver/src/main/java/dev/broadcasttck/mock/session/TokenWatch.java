package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.time.Timers;
import dev.broadcasttck.mock.token.Flaw;
import dev.broadcasttck.mock.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The token of a joined channel: renewed, and watched until it expires (recordings 14). */
final class TokenWatch {
  private static final Duration WORTH_WATCHING = Duration.ofDays(365);

  private final Project project;
  private final Room room;
  private final Consumer<String> failure;
  private Token.Valid token;
  private Timers.Timer timer = () -> {};

  /**
   * @param failure is told why the token does not hold any more
   */
  TokenWatch(Project project, Room room, Token.Valid token, Consumer<String> failure) {
    this.project = project;
    this.room = room;
    this.token = token;
    this.failure = failure;
  }

  Token.Valid token() {
    return token;
  }

  void begin() {
    timer.cancel();
    Instant now = project.timers().now();
    Instant expiry = token.expiry();
    if (expiry.isBefore(now.plus(WORTH_WATCHING))) {
      Duration left = Duration.between(now, expiry);
      timer = project.timers().after(left, () -> failure.accept(expired(0)));
    }
  }

  void end() {
    timer.cancel();
  }

  /** What says nothing, or says the same again, changes nothing. */
  void renew(JsonNode accessToken) {
    AccessToken.in(accessToken)
        .filter(text -> !text.equals(token.text()))
        .map(project.tokens()::examine)
        .ifPresent(this::renew);
  }

  private void renew(Token renewed) {
    Optional<String> reason =
        renewed instanceof Token.Valid valid ? refusal(valid) : flaw((Token.Invalid) renewed);
    if (reason.isPresent()) {
      failure.accept(reason.get());
    } else {
      token = (Token.Valid) renewed;
      begin();
    }
  }

  private Optional<String> refusal(Token.Valid renewed) {
    return room.isPrivate() && !project.settings().policy().mayRead(room, renewed)
        ? Optional.of(ProjectAdmission.NO_RIGHT + room.name())
        : Optional.empty();
  }

  private static Optional<String> flaw(Token.Invalid token) {
    return Optional.of(
        switch (token.flaw()) {
          case EXPIRED -> expired(token.secondsAgo());
          case SIGNATURE -> ":signature_error";
          default -> token.flaw().text();
        });
  }

  private static String expired(long secondsAgo) {
    return Flaw.EXPIRED.text() + " " + secondsAgo + " seconds ago";
  }
}
