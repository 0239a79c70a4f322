package dev.broadcasttck.conformance.barrier;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A point in the traffic behind which a broadcast can no longer arrive at a channel, if the server
 * keeps its order.
 *
 * <p>It is the server's own reply where the watched channel sent the broadcast and has asked for
 * acknowledgements (the own copy would come before it); else a sentinel that follows the broadcast
 * to the watched channel: from the same sender where it can get there, else from somebody who has
 * got the broadcast already.
 */
public final class Fence {
  /** The event of sentinels, which no scenario uses. */
  public static final String EVENT = "tck-fence";

  /** The listener that hears sentinels, on each channel that something is forbidden to reach. */
  public static final String LISTENER = "tck-fence";

  private static final String SAME_SENDER = "a sentinel by the same sender";

  private final Stage stage;
  private final Part watched;
  private final Sent forbidden;

  private Fence(Stage stage, Part watched, Sent forbidden) {
    this.stage = stage;
    this.watched = watched;
    this.forbidden = forbidden;
  }

  /**
   * Waits until a broadcast would have reached a channel, had it been going to.
   *
   * @return held with the barrier's name as evidence, or unproven
   */
  public static Reaction cross(Stage stage, Part watched, Sent forbidden)
      throws InterruptedException {
    return stage.barrier().isPresent()
        ? stage.barrier().get().cross(watched)
        : new Fence(stage, watched, forbidden).cross();
  }

  private Reaction cross() throws InterruptedException {
    if (!watched.subscribed().get()) {
      return new Unproven(
          "a barrier", watched.actor() + " is not subscribed, so none can reach it");
    }
    if (forbidden.part().equals(watched) && !forbidden.overRest()) {
      return afterOwnBroadcast();
    }
    if (forbidden.part().topic().equals(watched.topic())) {
      return sentinel(forbidden.part(), forbidden.overRest(), SAME_SENDER);
    }
    return acrossTopics();
  }

  private Reaction afterOwnBroadcast() throws InterruptedException {
    if (watched.options().self()) {
      return sentinel(watched, false, SAME_SENDER);
    }
    if (watched.options().ack()) {
      return acknowledgement();
    }
    Trail trail = new Trail(forbidden);
    List<Entry> entries = stage.tape().entries();
    Optional<Part> witness =
        others(watched.topic())
            .filter(part -> trail.deliveries(entries, part.actor()).findAny().isPresent())
            .findFirst();
    if (witness.isEmpty()) {
      return new Unproven("a barrier", "nobody else on the topic could send a sentinel");
    }
    return sentinel(
        witness.get(), false, "a sentinel by %s, who had got it".formatted(witness.get().actor()));
  }

  /** A broadcast of one topic is forbidden on another: the sentinel goes to the other. */
  private Reaction acrossTopics() throws InterruptedException {
    Optional<Part> sameSender =
        others(watched.topic())
            .filter(part -> part.actor().equals(forbidden.actor()))
            .filter(part -> !forbidden.overRest())
            .findFirst();
    if (sameSender.isPresent()) {
      return sentinel(sameSender.get(), false, SAME_SENDER + " on the other topic");
    }
    Part messenger =
        stage
            .role(forbidden.actor())
            .addPart(LISTENER, watched.topic(), new ChannelOptions(false, false, false));
    return sentinel(messenger, true, SAME_SENDER + " over REST");
  }

  private Reaction acknowledgement() throws InterruptedException {
    Optional<Entry> reply =
        stage.tape().await(new Trail(forbidden)::reply, stage.budgets().mustCome());
    return reply.isPresent()
        ? new Held("barrier: the server's reply to it")
        : new Unproven("the server's reply to the broadcast, as a barrier", "no reply came");
  }

  private Reaction sentinel(Part sender, boolean overRest, String name)
      throws InterruptedException {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("fence", stage.names().nonce() + "-" + stage.tape().entries().size());
    stage.send(sender, EVENT, payload, overRest);
    Optional<Entry> heard =
        stage.tape().await(entries -> heard(entries, payload), stage.budgets().mustCome());
    return heard.isPresent()
        ? new Held("barrier: " + name)
        : new Unproven(name + ", as a barrier", "it never reached " + watched.actor());
  }

  private Optional<Entry> heard(List<Entry> entries, ObjectNode payload) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(watched.actor()))
        .filter(
            entry ->
                entry.what() instanceof MessageHeard message
                    && message.channel().equals(watched.handle())
                    && message.listener().equals(LISTENER)
                    && message.payload().equals(payload))
        .findFirst();
  }

  private Stream<Part> others(String topic) {
    return stage
        .parts()
        .filter(part -> part.subscribed().get() && part.topic().equals(topic))
        .filter(part -> !part.actor().equals(watched.actor()));
  }
}
