package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.ClientSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The keys and tokens of one playing. Each client has a key of its own, by which the server tells
 * whose a socket or a request is; tokens go by the name of whom they are for.
 */
final class Passes {
  private static final Duration OF_A_KEY = Duration.ofDays(3653);
  private static final Duration OF_A_USER = Duration.ofHours(1);
  private static final Duration EXPIRED = Duration.ofHours(-1);

  /** What stands for no token. */
  private static final Secret NOBODY = new Secret("");

  private final BroadcastMock mock;
  private final Map<String, Secret> keys = new LinkedHashMap<>();
  private final Map<String, Secret> tokens = new ConcurrentHashMap<>();

  private Passes(BroadcastMock mock) {
    this.mock = mock;
  }

  static Passes issue(BroadcastMock mock, List<Actor> actors) {
    Passes passes = new Passes(mock);
    actors.forEach(actor -> passes.keys.put(actor.name(), passes.newKey(actor)));
    return passes;
  }

  private Secret newKey(Actor actor) {
    String token = mock.token("anon", OF_A_KEY, Map.of("tck_actor", actor.name()));
    return new Secret(actor.settings().hasOpaqueKey() ? mock.opaqueKey(token) : token);
  }

  Secret key(String actor) {
    return Optional.ofNullable(keys.get(actor))
        .orElseThrow(() -> new ScriptError("no client is called " + actor));
  }

  /** The key of the only client there is. */
  Secret onlyKey() {
    if (keys.size() != 1) {
      throw new ScriptError("there are several clients, and each has a key of its own");
    }
    return keys.values().iterator().next();
  }

  /**
   * The token of somebody: {@code anon}, {@code none}, a user's name, or one that begins with
   * {@code expired}.
   */
  Secret token(String whose) {
    return tokens.computeIfAbsent(whose, this::newToken);
  }

  private Secret newToken(String whose) {
    if (whose.equals("none")) {
      return NOBODY;
    }
    if (whose.equals("anon")) {
      return new Secret(mock.token("anon", OF_A_USER));
    }
    return new Secret(
        mock.token(
            "authenticated",
            whose.startsWith("expired") ? EXPIRED : OF_A_USER,
            Map.of("sub", whose)));
  }

  Optional<TokenSource> source(Actor actor, DriverProfile profile) {
    return actor.settings().token().map(token -> source(token, profile));
  }

  private TokenSource source(ClientSettings.Token token, DriverProfile profile) {
    Secret secret = token(token.whose());
    return isCalled(token, profile)
        ? new TokenSource.Called(secret, token.delay())
        : new TokenSource.Given(secret);
  }

  private static boolean isCalled(ClientSettings.Token token, DriverProfile profile) {
    return switch (token.form()) {
      case VALUE -> false;
      case CALLBACK -> true;
      case EITHER -> profile.can(Ability.TOKEN_CALLBACK);
    };
  }

  /**
   * Whether the user calls for the token before anything else: where a scenario is not about how a
   * token comes, it is there from the start.
   */
  boolean hasToBeCalledFor(Actor actor, DriverProfile profile) {
    return profile.can(Ability.SET_AUTH)
        && actor
            .settings()
            .token()
            .filter(token -> token.form() == ClientSettings.Token.Form.EITHER)
            .filter(token -> isCalled(token, profile))
            .isPresent();
  }

  /**
   * Whether a request is of this playing. A client of another one that goes on for ever may come by
   * where its server was: it has a key that is signed, and not by this server.
   */
  boolean isOurs(Request request) {
    return keys(request).map(Secret::new).noneMatch(key -> key.isSigned() && !isIssued(key));
  }

  private boolean isIssued(Secret key) {
    return keys.containsValue(key) || tokens.containsValue(key);
  }

  private static Stream<String> keys(Request request) {
    return Stream.of(
            request.parameter("apikey"), request.header("apikey"), request.header("x-api-key"))
        .flatMap(Optional::stream);
  }

  /** Whose a request is, by its key; the only client's where it has none that we know. */
  String holder(Request request) {
    return keys(request)
        .flatMap(key -> holder(key).stream())
        .findFirst()
        .orElseGet(() -> byBearer(request));
  }

  private String byBearer(Request request) {
    String value = request.header("authorization").orElse("");
    return holder(value.replaceFirst("(?i)^bearer ", ""))
        .orElseGet(() -> keys.size() == 1 ? keys.keySet().iterator().next() : "somebody");
  }

  private Optional<String> holder(String key) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().reveal().equals(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A text without the secrets in it. */
  String redacted(String text) {
    String result = text;
    for (Map.Entry<String, Secret> entry : keys.entrySet()) {
      result = result.replace(entry.getValue().reveal(), "[key of " + entry.getKey() + "]");
    }
    for (Map.Entry<String, Secret> entry : tokens.entrySet()) {
      if (entry.getValue().equals(NOBODY)) {
        continue;
      }
      result = result.replace(entry.getValue().reveal(), "[token of " + entry.getKey() + "]");
    }
    return result;
  }
}
