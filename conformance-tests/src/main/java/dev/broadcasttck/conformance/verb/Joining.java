package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.spec.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a channel comes to be, and joins its topic. */
final class Joining {
  private static final String SUBSCRIBED = "SUBSCRIBED";

  private Joining() {}

  static Reaction channel(Stage stage, Role role, Step step) {
    make(stage, role, step);
    return Reaction.HELD;
  }

  static Reaction listen(Stage stage, Role role, Step step) {
    Arguments arguments = Arguments.of(step, "event");
    String event = arguments.text("event");
    Part part = role.part(arguments.optionalText("on"));
    part.listen(step.label().orElse(event), event);
    stage.settle(part);
    return Reaction.HELD;
  }

  static Reaction subscribe(Stage stage, Role role, Step step) throws InterruptedException {
    return subscribe(stage, role.part(Arguments.of(step, "on").optionalText("on")));
  }

  static Reaction join(Stage stage, Role role, Step step) throws InterruptedException {
    Part part = make(stage, role, step);
    for (JsonNode event : Arguments.of(step, "topic").list("listen")) {
      part.listen(event.stringValue(), event.stringValue());
    }
    return subscribe(stage, part);
  }

  private static Part make(Stage stage, Role role, Step step) {
    Arguments arguments = Arguments.of(step, "topic");
    String topic = stage.names().toSend(arguments.text("topic"));
    ChannelOptions options =
        new ChannelOptions(
            arguments.flag("self"), arguments.flag("ack"), arguments.flag("private"));
    String handle = step.label().orElse("channel");
    Part part = role.addPart(handle, topic, options);
    if (stage.isWatched(role)) {
      part.listen(Sentinels.LISTENER, Sentinels.EVENT);
    }
    return part;
  }

  private static Reaction subscribe(Stage stage, Part part) throws InterruptedException {
    stage.pace().beforeJoin();
    int before = stage.tape().entries().size();
    part.channel().subscribe();
    Duration budget = stage.budgets().mustCome().multipliedBy(2);
    Optional<String> status = stage.tape().await(entries -> answer(entries, part, before), budget);
    boolean subscribed = status.equals(Optional.of(SUBSCRIBED));
    part.subscribed().set(subscribed);
    stage.settle(part);
    return subscribed
        ? Reaction.HELD
        : new Reaction.Broken(
            "%s subscribes to '%s'".formatted(part.actor(), part.topic()),
            status.map(word -> "its status became " + word).orElse("no outcome was reported"));
  }

  private static Optional<String> answer(List<Entry> entries, Part part, int before) {
    return entries.stream()
        .skip(before)
        .filter(entry -> entry.actor().equals(part.actor()))
        .map(Entry::what)
        .filter(StatusSaid.class::isInstance)
        .map(StatusSaid.class::cast)
        .filter(said -> said.channel().equals(part.handle()))
        .filter(StatusSaid::isOutcome)
        .map(StatusSaid::status)
        .findFirst();
  }
}
