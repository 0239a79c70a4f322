package dev.broadcasttck.conformance.barrier;

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
    return new Fence(stage, watched, forbidden).cross();
  }

  private Reaction cross() throws InterruptedException {
    if (!watched.subscribed().get()) {
      return new Unproven(
          "a barrier", watched.actor() + " is not subscribed, so none can reach it");
    }
    boolean ownCopy = forbidden.part().equals(watched) && !forbidden.overRest();
    if (!ownCopy || watched.options().self()) {
      return sentinel(forbidden.part(), forbidden.overRest(), "a sentinel by the same sender");
    }
    if (watched.options().ack()) {
      return acknowledgement();
    }
    Optional<Part> witness = witness();
    if (witness.isEmpty()) {
      return new Unproven("a barrier", "nobody else on the topic could send a sentinel");
    }
    String name = "a sentinel by %s, who had got it".formatted(witness.get().actor());
    return sentinel(witness.get(), false, name);
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

  private Optional<Part> witness() {
    List<Entry> entries = stage.tape().entries();
    Trail trail = new Trail(forbidden);
    return stage
        .parts()
        .filter(part -> part.subscribed().get() && !part.actor().equals(watched.actor()))
        .filter(part -> part.topic().equals(watched.topic()))
        .filter(part -> trail.deliveries(entries, part.actor()).findAny().isPresent())
        .findFirst();
  }
}
