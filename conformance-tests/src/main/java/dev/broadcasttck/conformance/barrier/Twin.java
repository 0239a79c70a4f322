package dev.broadcasttck.conformance.barrier;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.proof.Lag;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The positive twin of what is forbidden: the same script where the message is legal, played often
 * enough to see whether the barrier always comes after it.
 *
 * @param stage with {@link #ACTORS} on it
 */
public record Twin(Stage stage) {
  private static final String ALICE = "alice";
  private static final String BOB = "bob";

  /** Who must be on the stage. */
  public static final List<Actor> ACTORS =
      List.of(
          new Actor(ALICE, Optional.empty(), Optional.empty()),
          new Actor(BOB, Optional.empty(), Optional.empty()));

  private static final int SAMPLES = 20;

  /** So many are played one by one; the others in one go, which a slow target takes once. */
  private static final int SINGLY = 5;

  private static final String EVENT = "tck-twin";
  private static final ChannelOptions PLAIN = new ChannelOptions(false, false, false);
  private static final ChannelOptions SELF = new ChannelOptions(true, false, false);
  private static final ChannelOptions ACK = new ChannelOptions(false, true, false);
  private static final ChannelOptions SELF_AND_ACK = new ChannelOptions(true, true, false);

  /** Something to be found on the tape. */
  private interface Question extends Function<List<Entry>, Optional<Entry>> {}

  /** A legal message, and what is to come after it, both as the same actor gets them. */
  private record Pair(Question legal, Question barrier) {}

  /** Sends a legal message, and brings about what is to come after it; empty where it cannot. */
  private interface Script {
    Optional<Pair> play(int number) throws InterruptedException;
  }

  /**
   * Plays, and compares.
   *
   * @throws InterruptedException if the run is being ended
   */
  public Lag measure(Barrier barrier) throws InterruptedException {
    return switch (barrier) {
      case OWN_REPLY -> ownReply();
      case WITNESS -> witness();
      case LEAVE_REPLY -> sampled(this::replyAndLeave);
      case SAME_SENDER -> sameSender();
      case OTHER_TOPIC -> otherTopic();
      case OVER_REST -> overRest();
      case SOCKET_END, OWN_ACT, LATER_MESSAGE, LATER_FRAME, WINDOW -> Lag.SELF_EVIDENT;
    };
  }

  private Lag ownReply() throws InterruptedException {
    Optional<Part> alice = join(ALICE, "own-reply", SELF_AND_ACK);
    return alice.isEmpty()
        ? Lag.UNKNOWN
        : sampled(
            number -> {
              Trail sent = send(alice.get(), number, false);
              return Optional.of(new Pair(delivery(sent, ALICE), sent::reply));
            });
  }

  private Lag witness() throws InterruptedException {
    Optional<Part> alice = join(ALICE, "witness", SELF);
    Optional<Part> bob = join(BOB, "witness", PLAIN);
    return alice.isEmpty() || bob.isEmpty()
        ? Lag.UNKNOWN
        : sampled(number -> witnessed(alice.get(), bob.get(), number));
  }

  private Optional<Pair> witnessed(Part alice, Part bob, int number) throws InterruptedException {
    Trail legal = send(alice, number, false);
    if (seen(delivery(legal, BOB)).isEmpty()) {
      return Optional.empty();
    }
    Trail sentinel = send(bob, number, false);
    return Optional.of(new Pair(delivery(legal, ALICE), delivery(sentinel, ALICE)));
  }

  private Optional<Pair> replyAndLeave(int number) throws InterruptedException {
    Optional<Part> alice = join(ALICE, "leave-" + number, ACK);
    if (alice.isEmpty()) {
      return Optional.empty();
    }
    Trail sent = send(alice.get(), number, false);
    alice.get().channel().unsubscribe();
    return Optional.of(new Pair(sent::reply, entries -> Trail.leaveReply(entries, sent.sent())));
  }

  private Lag sameSender() throws InterruptedException {
    Optional<Part> alice = join(ALICE, "sender", SELF);
    Optional<Part> bob = join(BOB, "sender", PLAIN);
    return alice.isEmpty() || bob.isEmpty()
        ? Lag.UNKNOWN
        : sampled(number -> oneAfterTheOther(alice.get(), alice.get(), number));
  }

  private Lag otherTopic() throws InterruptedException {
    Optional<Part> here = join(ALICE, "here", PLAIN);
    Optional<Part> there = join(ALICE, "there", PLAIN);
    boolean listening =
        join(BOB, "here", PLAIN).isPresent() && join(BOB, "there", PLAIN).isPresent();
    return here.isEmpty() || there.isEmpty() || !listening
        ? Lag.UNKNOWN
        : sampled(number -> oneAfterTheOther(here.get(), there.get(), number));
  }

  private Optional<Pair> oneAfterTheOther(Part first, Part second, int number)
      throws InterruptedException {
    Trail legal = send(first, number, false);
    Trail sentinel = send(second, SAMPLES + number, false);
    return Optional.of(new Pair(delivery(legal, BOB), delivery(sentinel, BOB)));
  }

  private Lag overRest() throws InterruptedException {
    Optional<Part> bob = join(BOB, "rest", PLAIN);
    Part alice = channel(ALICE, "rest", PLAIN);
    return bob.isEmpty() ? Lag.UNKNOWN : sampled(number -> requests(alice, number));
  }

  private Optional<Pair> requests(Part alice, int number) throws InterruptedException {
    Trail legal = send(alice, number, true);
    if (seen(legal::answer).isEmpty()) {
      return Optional.empty();
    }
    Trail sentinel = send(alice, SAMPLES + number, true);
    return Optional.of(new Pair(delivery(legal, BOB), delivery(sentinel, BOB)));
  }

  /** Where one pair does not come, nothing is known. */
  private Lag sampled(Script script) throws InterruptedException {
    List<Pair> open = new ArrayList<>();
    Lag lag = Lag.UNKNOWN;
    for (int number = 0; number < SAMPLES; number++) {
      Optional<Pair> pair = script.play(number);
      if (pair.isEmpty()) {
        return Lag.UNKNOWN;
      }
      open.add(pair.get());
      if (number < SINGLY || number == SAMPLES - 1) {
        for (Pair one : open) {
          Optional<Entry> barrier = seen(one.barrier());
          Optional<Entry> legal = barrier.isPresent() ? seen(one.legal()) : Optional.empty();
          if (legal.isEmpty()) {
            return Lag.UNKNOWN;
          }
          lag = lag.with(legal.get(), barrier.get());
        }
        open.clear();
      }
    }
    return lag;
  }

  private Optional<Part> join(String actor, String topic, ChannelOptions options)
      throws InterruptedException {
    Part part = channel(actor, topic, options);
    stage.pace().beforeJoin();
    part.channel().subscribe();
    boolean subscribed =
        seen(entries ->
                entries.stream()
                    .filter(entry -> entry.actor().equals(actor))
                    .filter(
                        entry ->
                            entry.what() instanceof StatusSaid said
                                && said.isOutcome()
                                && said.channel().equals(part.handle()))
                    .findFirst())
            .filter(entry -> ((StatusSaid) entry.what()).status().equals("SUBSCRIBED"))
            .isPresent();
    part.subscribed().set(subscribed);
    return subscribed ? Optional.of(part) : Optional.empty();
  }

  private Part channel(String actor, String topic, ChannelOptions options) {
    return stage.role(actor).addPart(topic, stage.names().toSend("$tck-" + topic), options);
  }

  private Trail send(Part part, int number, boolean overRest) throws InterruptedException {
    return new Trail(
        stage.send(
            part,
            EVENT,
            JsonNodeFactory.instance.objectNode().put("by", part.actor()).put("n", number),
            overRest));
  }

  private Optional<Entry> seen(Function<List<Entry>, Optional<Entry>> what)
      throws InterruptedException {
    return stage.tape().await(what, stage.budgets().mustCome());
  }

  private static Question delivery(Trail trail, String actor) {
    return entries -> trail.deliveries(entries, actor).findFirst();
  }
}
