package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.spec.scenario.Step;

/** How a broadcast is sent; what becomes of it is for other steps to see. */
final class Sending {
  private Sending() {}

  static Reaction broadcast(Stage stage, Role role, Step step) throws InterruptedException {
    return send(stage, role, step, false);
  }

  static Reaction httpBroadcast(Stage stage, Role role, Step step) throws InterruptedException {
    return send(stage, role, step, true);
  }

  private static Reaction send(Stage stage, Role role, Step step, boolean http)
      throws InterruptedException {
    Arguments arguments = Arguments.of(step, "event");
    Part part = role.part(arguments.optionalText("on"));
    String event = stage.names().toSend(arguments.text("event"));
    Sent sent = stage.send(part, event, stage.names().toSend(arguments.value("payload")), http);
    step.label().ifPresent(label -> stage.remember(label, sent));
    return Reaction.HELD;
  }
}
