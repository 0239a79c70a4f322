package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.token.Flaw;
import dev.broadcasttck.mock.token.Token;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Decides about the joins of one connection by its project's tokens and policy. */
public final class ProjectAdmission implements Admission {
  private static final String NO_NAME = "TopicNameRequired: You must provide a topic name";
  private static final String NO_CONFIG =
      "UnknownErrorOnChannel: no function clause matching in Access.get/3";
  private static final String NO_REPLAY =
      "UnableToReplayMessages: Replay is not allowed for public channels";
  private static final String INVALID_REPLAY =
      "UnableToReplayMessages: Replay params are not valid";
  private static final String PRIVATE_ONLY =
      "PrivateOnly: This project only allows private channels";

  /** Stands before the name of a room that must not be read. */
  static final String NO_RIGHT = "You do not have permissions to read from this Channel topic: ";

  private final Project project;
  private final Token.Valid key;

  /** For the connection that {@code key} opened. */
  public ProjectAdmission(Project project, Token.Valid key) {
    this.project = project;
    this.key = key;
  }

  @Override
  public Decision decide(String topic, JsonNode payload) {
    if (project.hasTooManyJoins()) {
      return Decision.Refused.TOO_MANY_JOINS;
    }
    if (topic.equals(Room.PREFIX)) {
      return new Decision.Refused(NO_NAME);
    }
    Optional<JoinConfig> config = JoinConfig.parse(payload, new Room(topic, false));
    if (config.isEmpty()) {
      return new Decision.Refused(NO_CONFIG);
    }
    Token token = token(payload.path("access_token"));
    return token instanceof Token.Valid valid
        ? decide(new Room(topic, config.get().isPrivate()), config.get(), valid)
        : new Decision.Refused(reason((Token.Invalid) token));
  }

  private Decision decide(Room room, JoinConfig config, Token.Valid token) {
    return refusal(room, config, token)
        .<Decision>map(Decision.Refused::new)
        .orElseGet(() -> new Decision.Admitted(config, token));
  }

  private Optional<String> refusal(Room room, JoinConfig config, Token.Valid token) {
    if (!room.isPrivate() && project.settings().privateOnly()) {
      return Optional.of(PRIVATE_ONLY);
    }
    if (!room.isPrivate() && config.replay().isPresent()) {
      return Optional.of(NO_REPLAY);
    }
    if (room.isPrivate() && !project.settings().policy().mayRead(room, token)) {
      return Optional.of("Unauthorized: " + NO_RIGHT + room.name());
    }
    return config.replay().isPresent() && config.replay().flatMap(Replay::parse).isEmpty()
        ? Optional.of(INVALID_REPLAY)
        : Optional.empty();
  }

  private Token token(JsonNode accessToken) {
    return AccessToken.in(accessToken).map(project.tokens()::examine).orElse(key);
  }

  private static String reason(Token.Invalid token) {
    String text = token.flaw().code() + ": " + token.flaw().text();
    return token.flaw() == Flaw.EXPIRED ? text + " " + token.secondsAgo() + " seconds ago" : text;
  }
}
