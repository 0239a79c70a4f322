package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/** Two clients of an adapter talk, and what it tells of that is held against the wire. */
record Conversation(Trial trial) {
  /** So many errors tell what is wrong. */
  private static final int ENOUGH = 10;

  /** Whether they could talk, which is what all else depends on. */
  boolean take() throws InterruptedException {
    try (Scene alice = trial.scene(Timers.NONE);
        Scene bob = trial.scene(Timers.NONE)) {
      DriverChannel from = alice.channel(Scene.ACKNOWLEDGED);
      DriverChannel to = bob.channel(Scene.PLAIN);
      to.on("exact", "Greeting");
      to.on("other case", "gREETING");
      to.on("star", "*");
      to.on("fence", "fence");
      if (!joins(alice, from) || !joins(bob, to)) {
        return false;
      }
      if (!hears(from, bob)) {
        return false;
      }
      settled(alice);
      listeners(bob);
      wire(alice, bob);
      return true;
    }
  }

  /** Whether what the one sends is told at the other. */
  private boolean hears(DriverChannel from, Scene bob) throws InterruptedException {
    from.send("send", "Greeting", Json.object().put("n", 1));
    boolean heard =
        bob.await(it -> it instanceof MessageHeard m && m.listener().equals("exact"), Scene.COMES);
    if (!heard) {
      boolean reached = bob.first(it -> Scene.isFrame(it, "Greeting")).isPresent();
      trial.complain(
          reached
              ? "a listener for the very event of a broadcast that reached the client is not told"
              : "what one client sends on a channel that it joined never reaches another",
          reached
              ? "a notification 'message' for each call of the listener"
              : "to send when 'send' is asked, after SUBSCRIBED over the socket");
      return false;
    }
    from.send("fence", "fence", Json.object());
    // What the adapter tells comes later than the wire; behind this, all of it has been told.
    boolean told =
        bob.await(it -> it instanceof MessageHeard m && m.event().equals("fence"), Scene.COMES);
    if (!told) {
      trial.complain(
          "a listener is told of a client's first broadcast and not of its second",
          "a notification 'message' for each call of the listener");
      return false;
    }
    return true;
  }

  private boolean joins(Scene scene, DriverChannel channel) throws InterruptedException {
    if (scene.first(it -> it instanceof SocketOpening).isPresent()) {
      trial.complain(
          "a socket is opened before any channel subscribes", "'connect' opens no socket");
    }
    channel.subscribe();
    boolean said = scene.await(Conversation::isSubscribed, Scene.COMES);
    if (said) {
      // The word may come too early; what is tried next needs the server to have let it in.
      scene.await(Conversation::isReply, Scene.COMES);
    }
    escaped(scene);
    Optional<Entry> reply = scene.first(Conversation::isReply);
    if (!said) {
      Optional<Entry> status = scene.first(it -> it instanceof StatusSaid);
      trial.complain(
          "'subscribe' at a server that lets everybody in does not lead to SUBSCRIBED: "
              + (status.isEmpty() ? "there is no status" : status.get().what()),
          "a notification 'status' when the SDK reports it");
    } else if (reply.isEmpty()
        || reply.get().number() > scene.first(Conversation::isSubscribed).orElseThrow().number()) {
      trial.complain("SUBSCRIBED is told before the server's reply", "to tell what the SDK says");
    }
    return said;
  }

  private void settled(Scene alice) throws InterruptedException {
    boolean observable = trial.profile().can(Ability.ACK_OBSERVABLE);
    boolean settles =
        alice.await(
            it -> it instanceof SendSettled s && s.send().equals("send"),
            observable ? Scene.COMES : Scene.SOON);
    if (settles != observable) {
      trial.complain(
          settles
              ? "acknowledgements cannot be observed, it says, but 'send' has a result"
              : "acknowledgements can be observed, it says, but an acknowledged 'send' has none",
          "acknowledgements: " + settles);
    }
    alice
        .first(
            it ->
                it instanceof SendSettled s && s.send().equals("send") && !s.result().equals("ok"))
        .ifPresent(
            entry ->
                trial.complain(
                    "the result of a send that the server acknowledged is '%s'"
                        .formatted(((SendSettled) entry.what()).result()),
                    "'ok'"));
    escaped(alice);
  }

  private void listeners(Scene bob) {
    boolean anyCase = bob.heard("other case");
    if (anyCase != trial.profile().can(Ability.EVENT_MATCH_ANY_CASE)) {
      trial.complain(
          "a listener for gREETING %s Greeting, unlike the eventMatch that it declares"
              .formatted(anyCase ? "hears" : "does not hear"),
          "eventMatch: " + (anyCase ? "any case" : "exact"));
    }
    boolean star = bob.heard("star");
    if (star != trial.profile().can(Ability.EVENT_WILDCARD)) {
      trial.complain(
          "a listener for * %s, unlike the wildcard that it declares"
              .formatted(star ? "hears" : "hears nothing"),
          "wildcard: " + star);
    }
    escaped(bob);
  }

  /** What was told, and how it was framed, against what passed. */
  private void wire(Scene alice, Scene bob) {
    List<Entry> frames = bob.all(it -> it instanceof FrameReceived).toList();
    bob.all(it -> it instanceof MessageHeard)
        .filter(told -> frames.stream().noneMatch(frame -> explains(frame, told)))
        .forEach(
            told ->
                trial.complain(
                    "a message is told that was not on the wire: " + told.what(),
                    "to tell what the SDK's listeners are called with"));
    alice
        .first(it -> it instanceof SocketOpening)
        .map(entry -> ((SocketOpening) entry.what()).url())
        .filter(url -> url.contains("vsn=2.0.0") != (trial.profile().vsn() == ProtocolVersion.V2))
        .ifPresent(
            url ->
                trial.complain(
                    "it says that it speaks %s, and opens %s".formatted(trial.profile().vsn(), url),
                    "the vsn that the SDK asks for by itself"));
    alice
        .first(it -> it instanceof FrameSent && Scene.isFrame(it, "Greeting"))
        .map(entry -> ((FrameSent) entry.what()).frame().kind())
        .filter(
            kind ->
                trial.profile().vsn() == ProtocolVersion.V2
                    && !trial.profile().encodings().contains(kind))
        .ifPresent(
            kind ->
                trial.complain(
                    "its broadcasts go in %s frames, which its encodings leave out".formatted(kind),
                    "encodings: [" + (kind == Encoding.TEXT ? "text" : "binary") + "]"));
  }

  private void escaped(Scene scene) {
    scene
        .all(it -> it instanceof UncaughtSaid)
        .map(entry -> ((UncaughtSaid) entry.what()).text())
        .distinct()
        .limit(ENOUGH)
        .forEach(text -> trial.complain("in a plain conversation: " + text, "no error"));
  }

  private static boolean explains(Entry frame, Entry told) {
    MessageHeard message = (MessageHeard) told.what();
    return frame.number() < told.number()
        && Trail.envelope(((FrameReceived) frame.what()).frame())
            .flatMap(UserBroadcast::in)
            .filter(it -> it.event().equals(message.event()))
            .filter(it -> it.payload().equals(message.payload()))
            .isPresent();
  }

  private static boolean isSubscribed(Happening what) {
    return what instanceof StatusSaid said && said.status().equals("SUBSCRIBED");
  }

  private static boolean isReply(Happening what) {
    return what instanceof FrameReceived received
        && Trail.envelope(received.frame())
            .map(Envelope::event)
            .filter("phx_reply"::equals)
            .isPresent();
  }
}
