package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.match.Mismatch;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.spec.scenario.Step;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the server answers a broadcast that was sent over REST. */
final class Answering {
  private Answering() {}

  static Reaction answered(Stage stage, Role role, Step step) throws InterruptedException {
    Arguments arguments = Arguments.of(step, "send");
    Sent sent = stage.sent(arguments.text("send"));
    Optional<ResponseReceived> response =
        stage
            .tape()
            .await(new Trail(sent)::answer, stage.budgets().mustCome())
            .map(entry -> (ResponseReceived) entry.what());
    if (response.isEmpty()) {
      return new Broken("an HTTP answer to the broadcast", "none came");
    }
    ObjectNode expected = JsonNodeFactory.instance.objectNode();
    arguments.optional("status").ifPresent(status -> expected.set("status", status));
    arguments.optional("body").ifPresent(body -> expected.set("body", body));
    expected.put("...", "$any");
    Optional<Mismatch> mismatch =
        new JsonPattern(stage.names().toExpect(expected).node()).compare(actual(response.get()));
    return mismatch
        .<Reaction>map(m -> new Broken("an HTTP answer like " + expected, m.toString()))
        .orElse(new Held("the server answered with status " + response.get().status()));
  }

  private static JsonNode actual(ResponseReceived response) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", response.status())
        .put("body", response.body());
  }
}
