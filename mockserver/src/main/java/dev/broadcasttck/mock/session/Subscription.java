package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.project.Database;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A channel's wish for database changes (recordings 17 and 27); what becomes of it is told later.
 */
record Subscription(List<JsonNode> entries) {
  private static final String EXTENSION = "postgres_changes";

  void begin(Database database, Voice voice) {
    if (!entries.isEmpty()) {
      database.subscribe(() -> tell(database, voice));
    }
  }

  private void tell(Database database, Voice voice) {
    Optional<JsonNode> unknown = entries.stream().filter(e -> !database.has(e)).findFirst();
    unknown.ifPresentOrElse(
        entry -> voice.system(EXTENSION, "error", refusal(entry)),
        () -> voice.system(EXTENSION, "ok", "Subscribed to PostgreSQL"));
  }

  private static String refusal(JsonNode entry) {
    return ("Unable to subscribe to changes with given parameters. Please check Realtime is enabled"
            + " for the given connect parameters: [event: %s, schema: %s, table: %s, filters: [],"
            + " select: nil]")
        .formatted(
            entry.path("event").asString("*"),
            entry.path("schema").asString("*"),
            entry.path("table").asString("*"));
  }
}
