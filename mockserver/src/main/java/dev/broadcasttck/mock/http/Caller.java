package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.token.TokenOffice;
import java.util.Optional;

/** Who sends a REST request, by its headers. */
sealed interface Caller {
  /** Somebody with a token that holds. */
  record Known(Token.Valid token) implements Caller {}

  /** Somebody to be turned away. */
  record TurnedAway(Answer answer) implements Caller {}

  /**
   * A Bearer token counts before the header {@code apikey}, even where it does not hold (recording
   * 11_rest_auth).
   */
  static Caller of(Request request, TokenOffice tokens) {
    String[] words = request.header("authorization").orElse("").split(" ", -1);
    if (words.length == 1 && words[0].isEmpty()) {
      return check(request.header("apikey"), tokens);
    }
    if (words.length != 2) {
      return new TurnedAway(Answer.json(500, Json.string("Internal Server Error")));
    }
    return check(
        words[0].equalsIgnoreCase("bearer") ? Optional.of(words[1]) : request.header("apikey"),
        tokens);
  }

  private static Caller check(Optional<String> text, TokenOffice tokens) {
    return text.map(tokens::examine)
        .filter(Token.Valid.class::isInstance)
        .<Caller>map(token -> new Known((Token.Valid) token))
        .orElseGet(() -> new TurnedAway(Reception.message(401, "Unauthorized")));
  }
}
