package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.stage.Account;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.StringNode;

/**
 * A message that a step expects listeners to hear, or not to hear.
 *
 * @param actor whose listeners
 * @param part of which channel, if it matters
 * @param listener which listener, if it matters
 * @param event the broadcast's event
 * @param payload the broadcast's payload
 */
record Expectation(
    String actor,
    Optional<Part> part,
    Optional<String> listener,
    JsonPattern event,
    JsonPattern payload) {

  static Expectation of(Stage stage, Role role, Step step) {
    Arguments arguments = Arguments.of(step, "message");
    Optional<Part> part = arguments.optionalText("on").map(on -> role.part(Optional.of(on)));
    Optional<String> listener = arguments.optionalText("listener");
    Optional<Sent> sent = arguments.optionalText("message").map(stage::sent);
    if (sent.isPresent()) {
      return new Expectation(
          role.name(),
          part,
          listener,
          JsonPattern.literal(StringNode.valueOf(sent.get().event())),
          JsonPattern.literal(sent.get().payload()));
    }
    return new Expectation(
        role.name(),
        part,
        listener,
        stage.names().toExpect(arguments.value("event")),
        stage.names().toExpect(arguments.value("payload")));
  }

  /** The same of another broadcast. */
  Expectation of(Sent sent) {
    return new Expectation(
        actor,
        part,
        listener,
        JsonPattern.literal(StringNode.valueOf(sent.event())),
        JsonPattern.literal(sent.payload()));
  }

  /** The first such message that no step has explained yet. */
  Optional<Entry> open(List<Entry> entries, Account account) {
    return entries.stream().filter(entry -> isMet(entry) && account.isOpen(entry)).findFirst();
  }

  /** Whether an entry is a message that was not expected, sentinels apart. */
  boolean isOtherMessage(Entry entry) {
    return entry.what() instanceof MessageHeard heard
        && !heard.event().equals(Sentinels.EVENT)
        && !isMet(entry);
  }

  String inWords() {
    return "%s%s hears event %s with payload %s"
        .formatted(
            actor,
            listener.map(name -> "'s listener '" + name + "'").orElse(""),
            event.node(),
            payload.node());
  }

  boolean isMet(Entry entry) {
    return entry.actor().equals(actor)
        && entry.what() instanceof MessageHeard heard
        && part.map(p -> p.handle().equals(heard.channel())).orElse(true)
        && listener.map(name -> name.equals(heard.listener())).orElse(true)
        && event.matches(StringNode.valueOf(heard.event()))
        && payload.matches(heard.payload());
  }
}
