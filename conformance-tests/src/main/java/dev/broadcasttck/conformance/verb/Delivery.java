package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;

/** What the server sends to an actor's socket, whatever the client makes of it. */
final class Delivery {
  private Delivery() {}

  static Reaction delivered(Stage stage, Role role, Step step) throws InterruptedException {
    Sent sent = message(stage, step);
    Trail trail = new Trail(sent);
    Optional<Entry> frame =
        stage
            .tape()
            .await(
                entries -> trail.deliveries(entries, role.name()).findFirst(),
                stage.budgets().mustCome());
    return Reaction.heldIf(
        frame.map(Delivery::inWords),
        "a frame to %s with event '%s' and payload %s"
            .formatted(role.name(), sent.event(), sent.payload()),
        () -> otherwise(stage, role, sent));
  }

  static Reaction neverDelivered(Stage stage, Role role, Step step) throws InterruptedException {
    Sent sent = message(stage, step);
    Optional<String> on = Arguments.of(step, "message").optionalText("on");
    Part watched = on.isPresent() ? role.part(on) : role.partFor(sent);
    return Forbidden.prove(stage, step, watched, sent, new Frames(role.name()));
  }

  /** The frames with a broadcast that come to an actor. */
  private record Frames(String actor) implements Forbidden.Trace {
    @Override
    public Optional<Entry> in(List<Entry> entries, Sent sent) {
      return new Trail(sent).deliveries(entries, actor).findFirst();
    }

    @Override
    public String expected(Entry leak) {
      return "no frame with it reaches " + actor;
    }

    @Override
    public String inWords(Entry leak) {
      return Delivery.inWords(leak);
    }
  }

  private static Sent message(Stage stage, Step step) {
    return stage.sent(Arguments.of(step, "message").text("message"));
  }

  private static String otherwise(Stage stage, Role role, Sent sent) {
    return stage.tape().entries().stream()
        .filter(entry -> entry.actor().equals(role.name()) && entry.number() > sent.calledAt())
        .filter(
            entry ->
                entry.what() instanceof FrameReceived received
                    && Trail.envelope(received.frame())
                        .filter(envelope -> envelope.event().equals("broadcast"))
                        .isPresent())
        .reduce((earlier, later) -> later)
        .map(Delivery::inWords)
        .orElse("no broadcast came within " + stage.budgets().mustCome().toMillis() + " ms");
  }

  static String inWords(Entry entry) {
    return entry.what() instanceof FrameReceived received
        ? "%s got the frame %s".formatted(entry.actor(), received.frame().inWords())
        : entry.what().toString();
  }
}
