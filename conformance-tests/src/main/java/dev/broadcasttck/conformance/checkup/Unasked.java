package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.adapter.Audience;
import dev.broadcasttck.spec.schema.SchemaCheck;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What an adapter says without being asked.
 *
 * @param complaints get what is wrong with it; from several threads
 */
record Unasked(Consumer<Complaint> complaints) implements Audience {
  private static final SchemaCheck SCHEMA = SchemaCheck.named("adapter.schema.json");

  @Override
  public void told(String notification, JsonNode parameters) {
    if (!List.of("status", "message", "uncaught").contains(notification)) {
      complain("it tells of '" + notification + "'", "status, message and uncaught alone");
      return;
    }
    SCHEMA
        .definition(notification)
        .complaints(parameters)
        .forEach(
            sentence ->
                complain(
                    "its notification '%s' is not right: %s".formatted(notification, sentence),
                    "what the table of docs/adapters.md says"));
  }

  @Override
  public void garbled(String line, String why) {
    complain(
        "it writes a line, and %s: %s".formatted(why, line),
        "standard output for the protocol alone, everything else on standard error");
  }

  @Override
  public void ended(String how) {}

  private void complain(String what, String right) {
    complaints.accept(new Complaint(what, right));
  }
}
