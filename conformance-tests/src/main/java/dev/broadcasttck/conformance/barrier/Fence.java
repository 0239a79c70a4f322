package dev.broadcasttck.conformance.barrier;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.verdict.Barrier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The points in the traffic behind which a broadcast can no longer arrive at a channel, if the
 * server keeps its order.
 *
 * <p>It is the server's own reply where the watched channel sent the broadcast and has asked for
 * acknowledgements (the own copy would come before it); else a sentinel that follows the broadcast
 * to the watched channel: from the same sender where it can get there, else from somebody who has
 * got the broadcast already.
 */
public final class Fence {
  private final Stage stage;
  private final Part watched;
  private final Sent first;

  public Fence(Stage stage, Part watched, Sent first) {
    this.stage = stage;
    this.watched = watched;
    this.first = first;
  }

  /**
   * The ways that are open, the strongest first.
   *
   * @param sent all the broadcasts that must be behind the barrier, in the order of their sending
   */
  public List<Route> routes(List<Sent> sent) {
    if (!watched.subscribed().get()) {
      return List.of();
    }
    Sent last = sent.get(sent.size() - 1);
    if (first.part().equals(watched) && !first.overRest()) {
      return watched.options().self()
          ? List.of(new Route(Barrier.SAME_SENDER, () -> sentinel(watched, false)))
          : afterOwnBroadcast(sent, last);
    }
    if (first.overRest()) {
      return List.of(new Route(Barrier.OVER_REST, () -> overRest(last)));
    }
    return first.part().topic().equals(watched.topic())
        ? List.of(new Route(Barrier.SAME_SENDER, () -> sentinel(first.part(), false)))
        : acrossTopics(last);
  }

  private List<Route> afterOwnBroadcast(List<Sent> sent, Sent last) {
    Stream<Route> reply =
        Stream.of(new Route(Barrier.OWN_REPLY, () -> replies(sent)))
            .filter(route -> watched.options().ack());
    Trail trail = new Trail(first);
    List<Entry> entries = stage.tape().entries();
    Stream<Route> witness =
        others(watched.topic())
            .filter(part -> trail.deliveries(entries, part.actor()).findAny().isPresent())
            .limit(1)
            .map(part -> new Route(Barrier.WITNESS, () -> witness(part, last)));
    return Stream.concat(reply, witness).toList();
  }

  /** A broadcast of one topic is forbidden on another: the sentinel goes to the other. */
  private List<Route> acrossTopics(Sent last) {
    Stream<Route> bySocket =
        others(watched.topic())
            .filter(part -> part.actor().equals(first.actor()))
            .limit(1)
            .map(part -> new Route(Barrier.OTHER_TOPIC, () -> sentinel(part, false)));
    return Stream.concat(bySocket, Stream.of(new Route(Barrier.OVER_REST, () -> overRest(last))))
        .toList();
  }

  private Reaction replies(List<Sent> sent) throws InterruptedException {
    for (Sent one : sent) {
      Optional<Entry> reply = stage.tape().await(new Trail(one)::reply, stage.budgets().mustCome());
      if (reply.isEmpty()) {
        return new Unproven("the server's reply to the broadcast, as a barrier", "no reply came");
      }
    }
    return Reaction.HELD;
  }

  private Reaction witness(Part witness, Sent last) throws InterruptedException {
    Optional<Entry> got =
        stage
            .tape()
            .await(
                entries -> new Trail(last).deliveries(entries, witness.actor()).findFirst(),
                stage.budgets().mustCome());
    return got.isPresent()
        ? sentinel(witness, false)
        : new Unproven("a witness of the broadcast", "it never reached " + witness.actor());
  }

  private Reaction overRest(Sent last) throws InterruptedException {
    if (last.overRest()) {
      Optional<Entry> answer =
          stage.tape().await(new Trail(last)::answer, stage.budgets().mustCome());
      if (answer.isEmpty()) {
        return new Unproven("an answer to the request before the barrier", "none came");
      }
    }
    return sentinel(
        stage
            .role(first.actor())
            .addPart(Sentinels.EVENT, watched.topic(), new ChannelOptions(false, false, false)),
        true);
  }

  private Reaction sentinel(Part sender, boolean overRest) throws InterruptedException {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("fence", stage.names().nonce() + "-" + stage.tape().entries().size());
    stage.send(sender, Sentinels.EVENT, payload, overRest);
    Optional<Entry> heard =
        stage.tape().await(entries -> heard(entries, payload), stage.budgets().mustCome());
    return heard.isPresent()
        ? Reaction.HELD
        : new Unproven("a sentinel as a barrier", "it never reached " + watched.actor());
  }

  private Optional<Entry> heard(List<Entry> entries, JsonNode payload) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(watched.actor()))
        .filter(
            entry ->
                entry.what() instanceof MessageHeard message
                    && message.channel().equals(watched.handle())
                    && message.listener().equals(Sentinels.LISTENER)
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
