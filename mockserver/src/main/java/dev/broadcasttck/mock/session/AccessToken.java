package dev.broadcasttck.mock.session;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The value of an {@code access_token}, which many clients fill with what is no token. */
final class AccessToken {
  /** Keys of the newer, opaque kind; they are not tokens. */
  private static final String OPAQUE_KEY = "sb_";

  private AccessToken() {}

  /** Empty where the value says nothing: absent, null, no string, or an opaque key. */
  static Optional<String> in(JsonNode value) {
    return value.stringValueOpt().filter(text -> !text.startsWith(OPAQUE_KEY));
  }
}
