package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SendCalled;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is looked at when the last step has held: what was forbidden, and whether what the clients
 * said agrees with what was on the wire.
 */
public final class Curtain {
  private final Rehearsal rehearsal;
  private final List<Reaction> barriers = new ArrayList<>();
  private boolean fallen;

  public Curtain(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Waits until everything has come that the looks are about. */
  public void fall() throws InterruptedException {
    fallen = true;
    if (!rehearsal.forbidden().isEmpty()) {
      for (String client : rehearsal.players().names()) {
        barriers.add(new ServerFence(rehearsal).drain(client));
      }
    }
    for (String client : rehearsal.players().names()) {
      new ServerFence(rehearsal).afterAllHeard(client);
    }
    rehearsal
        .stage()
        .tape()
        .await(
            entries -> unsent(entries).isEmpty() ? Optional.of(true) : Optional.empty(),
            rehearsal.stage().budgets().mustCome());
  }

  /** The looks, in their order. */
  public Stream<Supplier<Reaction>> looks() {
    Stream<Supplier<Reaction>> forbidden =
        rehearsal.forbidden().stream().map(ban -> () -> Seeing.absent(rehearsal, ban));
    Stream<Supplier<Reaction>> proven = barriers.stream().map(barrier -> () -> barrier);
    Stream<Supplier<Reaction>> words =
        Stream.of(
            this::subscribedWithoutReply,
            this::okWithoutFrame,
            this::heardWithoutFrame,
            this::settledTwice);
    return Stream.of(forbidden, proven, words)
        .flatMap(looks -> looks)
        .map(look -> () -> rehearsal.redacted(look.get()));
  }

  private List<Entry> entries() {
    return rehearsal.stage().tape().entries();
  }

  /** Each report of a subscription has an ok of its own before it, to a join of that topic. */
  private Reaction subscribedWithoutReply() {
    List<Entry> entries = entries();
    BitSet used = new BitSet();
    for (Entry entry : entries) {
      if (entry.what() instanceof StatusSaid said && said.status().equals("SUBSCRIBED")) {
        Optional<Entry> reply =
            oks(entries, entry, topic(entry.actor(), said.channel()))
                .filter(ok -> !used.get(ok.number()))
                .findFirst();
        if (reply.isEmpty()) {
          return new Broken(
              "a client says SUBSCRIBED when its join has got its ok",
              "%s's channel '%s' said so, and no such reply was on the wire"
                  .formatted(entry.actor(), said.channel()));
        }
        used.set(reply.get().number());
      }
    }
    return Reaction.HELD;
  }

  private static Stream<Entry> oks(List<Entry> entries, Entry before, String topic) {
    return entries.stream()
        .filter(join -> join.actor().equals(before.actor()))
        .filter(
            join ->
                Wire.envelope(join)
                    .filter(e -> e.event().equals("phx_join") && e.topic().equals(topic))
                    .isPresent())
        .flatMap(join -> replies(entries, join))
        .filter(reply -> Trail.status(reply).equals("ok") && reply.number() < before.number());
  }

  /** Every reply to a push, since an error or a foreign one may have come before the right one. */
  private static Stream<Entry> replies(List<Entry> entries, Entry push) {
    FrameSent sent = (FrameSent) push.what();
    Envelope asked = Trail.envelope(sent.frame()).orElseThrow();
    return entries.stream()
        .filter(entry -> entry.number() > push.number())
        .filter(
            entry ->
                entry.what() instanceof FrameReceived received
                    && received.socket().equals(sent.socket())
                    && Trail.envelope(received.frame())
                        .filter(e -> e.event().equals("phx_reply") && e.ref().equals(asked.ref()))
                        .isPresent());
  }

  private String topic(String actor, String channel) {
    return rehearsal.stage().role(actor).part(Optional.of(channel)).socketTopic();
  }

  private Reaction okWithoutFrame() {
    // A send may be called ok before it is on its way.
    if (!fallen) {
      return Reaction.HELD;
    }
    return unsent(entries()).stream()
        .findFirst()
        .<Reaction>map(
            entry ->
                new Broken(
                    "a send that ended with 'ok' was on the wire",
                    "no frame and no request of %s has it: %s"
                        .formatted(entry.actor(), entry.what())))
        .orElse(Reaction.HELD);
  }

  /** The sends that are said to be ok, though nothing of them came. */
  private static List<Entry> unsent(List<Entry> entries) {
    return entries.stream()
        .filter(
            entry ->
                entry.what() instanceof SendSettled settled
                    && settled.result().equals("ok")
                    && called(entries, entry.actor(), settled.send())
                        .filter(call -> !isCarried(entries, call))
                        .isPresent())
        .toList();
  }

  private static Optional<Entry> called(List<Entry> entries, String actor, String send) {
    return entries.stream()
        .filter(
            entry ->
                entry.actor().equals(actor)
                    && entry.what() instanceof SendCalled call
                    && call.send().equals(send))
        .findFirst();
  }

  private static boolean isCarried(List<Entry> entries, Entry call) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(call.actor()) && entry.number() > call.number())
        .anyMatch(entry -> carries(entry, (SendCalled) call.what()));
  }

  /** A frame that anybody can read, or any request: what is in those, other looks are about. */
  private static boolean carries(Entry entry, SendCalled call) {
    return entry.what() instanceof RequestSent
        || Wire.envelope(entry)
            .filter(e -> e.event().equals("broadcast"))
            .filter(e -> e.payload().path("event").asString("").equals(call.event()))
            .isPresent();
  }

  private Reaction heardWithoutFrame() {
    List<Entry> entries = entries();
    return entries.stream()
        .filter(entry -> entry.what() instanceof MessageHeard)
        .filter(entry -> entries.stream().noneMatch(frame -> brings(frame, entry)))
        .findFirst()
        .<Reaction>map(
            entry ->
                new Broken(
                    "what a listener hears came in a frame",
                    "none brought what %s heard: %s".formatted(entry.actor(), entry.what())))
        .orElse(Reaction.HELD);
  }

  private static boolean brings(Entry frame, Entry heard) {
    MessageHeard message = (MessageHeard) heard.what();
    return frame.number() < heard.number()
        && frame.actor().equals(heard.actor())
        && frame.what() instanceof FrameReceived received
        && Trail.envelope(received.frame())
            .filter(e -> e.event().equals("broadcast"))
            .map(Envelope::payload)
            .filter(p -> p.path("event").asString("").equals(message.event()))
            .filter(p -> JsonPattern.literal(p.path("payload")).matches(message.payload()))
            .isPresent();
  }

  /** A send has one end, however often it is answered. */
  private Reaction settledTwice() {
    Set<List<String>> ended = new HashSet<>();
    return entries().stream()
        .filter(
            entry ->
                entry.what() instanceof SendSettled settled
                    && !ended.add(List.of(entry.actor(), settled.send())))
        .findFirst()
        .<Reaction>map(
            entry ->
                new Broken(
                    "a send ends once", "again %s: %s".formatted(entry.actor(), entry.what())))
        .orElse(Reaction.HELD);
  }
}
