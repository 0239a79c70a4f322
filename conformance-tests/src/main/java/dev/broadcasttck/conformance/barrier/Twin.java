package dev.broadcasttck.conformance.barrier;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.proof.Lag;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Actor;
import java.time.Duration;
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
  private static final String EVENT = "tck-twin";
  private static final ChannelOptions PLAIN = new ChannelOptions(false, false, false);
  private static final ChannelOptions SELF = new ChannelOptions(true, false, false);
  private static final ChannelOptions ACK = new ChannelOptions(false, true, false);
  private static final ChannelOptions SELF_AND_ACK = new ChannelOptions(true, true, false);

  /** A legal message, and what is to come after it. */
  private interface Sample {
    Optional<Pair> take(int number) throws InterruptedException;
  }

  /** Both as they came to the same actor. */
  private record Pair(Entry legal, Entry barrier) {}

  /**
   * Plays, and compares.
   *
   * @throws InterruptedException if the run is being ended
   */
  public Lag measure(Barrier barrier) throws InterruptedException {
    return switch (barrier) {
      case OWN_REPLY -> ownReply();
      case WITNESS -> witness();
      case LEAVE_REPLY -> leaveReply();
      case SAME_SENDER -> sameSender();
      case OTHER_TOPIC -> otherTopic();
      case OVER_REST -> overRest();
      case SOCKET_END, OWN_ACT, LATER_MESSAGE, LATER_FRAME, WINDOW -> Lag.SELF_EVIDENT;
    };
  }

  private Lag ownReply() throws InterruptedException {
    Optional<Part> alice = join(ALICE, "own-reply", SELF_AND_ACK);
    return alice.isEmpty() ? Lag.UNKNOWN : sampled(number -> echoAndReply(alice.get(), number));
  }

  private Optional<Pair> echoAndReply(Part alice, int number) throws InterruptedException {
    Trail trail = new Trail(send(alice, number, false));
    return both(delivery(trail, ALICE), trail::reply);
  }

  private Lag witness() throws InterruptedException {
    Optional<Part> alice = join(ALICE, "witness", SELF);
    Optional<Part> bob = join(BOB, "witness", PLAIN);
    return alice.isEmpty() || bob.isEmpty()
        ? Lag.UNKNOWN
        : sampled(number -> witnessed(alice.get(), bob.get(), number));
  }

  private Optional<Pair> witnessed(Part alice, Part bob, int number) throws InterruptedException {
    Trail legal = new Trail(send(alice, number, false));
    if (seen(delivery(legal, BOB)).isEmpty()) {
      return Optional.empty();
    }
    Trail sentinel = new Trail(send(bob, number, false));
    return both(delivery(legal, ALICE), delivery(sentinel, ALICE));
  }

  private Lag leaveReply() throws InterruptedException {
    return sampled(this::replyAndLeave);
  }

  private Optional<Pair> replyAndLeave(int number) throws InterruptedException {
    Optional<Part> alice = join(ALICE, "leave-" + number, ACK);
    if (alice.isEmpty()) {
      return Optional.empty();
    }
    Sent sent = send(alice.get(), number, false);
    alice.get().channel().unsubscribe();
    return both(new Trail(sent)::reply, entries -> Trail.leaveReply(entries, sent));
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
    Trail legal = new Trail(send(first, number, false));
    Trail sentinel = new Trail(send(second, SAMPLES + number, false));
    return both(delivery(legal, BOB), delivery(sentinel, BOB));
  }

  private Lag overRest() throws InterruptedException {
    Optional<Part> bob = join(BOB, "rest", PLAIN);
    Part alice = channel(ALICE, "rest", PLAIN);
    return bob.isEmpty() ? Lag.UNKNOWN : sampled(number -> requests(alice, number));
  }

  private Optional<Pair> requests(Part alice, int number) throws InterruptedException {
    Trail legal = new Trail(send(alice, number, true));
    if (seen(legal::answer).isEmpty()) {
      return Optional.empty();
    }
    Trail sentinel = new Trail(send(alice, SAMPLES + number, true));
    return both(delivery(legal, BOB), delivery(sentinel, BOB));
  }

  /** Where one pair does not come, nothing is known. */
  private static Lag sampled(Sample sample) throws InterruptedException {
    List<Pair> pairs = new ArrayList<>();
    for (int number = 0; number < SAMPLES; number++) {
      Optional<Pair> pair = sample.take(number);
      if (pair.isEmpty()) {
        return Lag.UNKNOWN;
      }
      pairs.add(pair.get());
    }
    Duration longest = Duration.ZERO;
    int overtaken = 0;
    for (Pair pair : pairs) {
      if (pair.legal().number() > pair.barrier().number()) {
        overtaken++;
        Duration lag = pair.legal().at().minus(pair.barrier().at());
        longest = lag.compareTo(longest) > 0 ? lag : longest;
      }
    }
    return new Lag(SAMPLES, overtaken, longest, "");
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

  private Sent send(Part part, int number, boolean overRest) throws InterruptedException {
    return stage.send(
        part,
        EVENT,
        JsonNodeFactory.instance.objectNode().put("by", part.actor()).put("n", number),
        overRest);
  }

  private Optional<Pair> both(
      Function<List<Entry>, Optional<Entry>> legal, Function<List<Entry>, Optional<Entry>> barrier)
      throws InterruptedException {
    Optional<Entry> second = seen(barrier);
    Optional<Entry> first = second.isPresent() ? seen(legal) : Optional.empty();
    return first.map(it -> new Pair(it, second.orElseThrow()));
  }

  private Optional<Entry> seen(Function<List<Entry>, Optional<Entry>> what)
      throws InterruptedException {
    return stage.tape().await(what, stage.budgets().mustCome());
  }

  private static Function<List<Entry>, Optional<Entry>> delivery(Trail trail, String actor) {
    return entries -> trail.deliveries(entries, actor).findFirst();
  }
}
