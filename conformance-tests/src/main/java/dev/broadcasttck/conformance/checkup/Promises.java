package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.Setting;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Optional;

/** Holds an adapter to what it says it does before joining, and with what can be set. */
record Promises(Trial trial) {
  private static final Duration SET = Duration.ofMillis(300);

  void hold() throws InterruptedException {
    beforeJoining();
    timeout();
    heartbeat();
    reconnect();
    version();
  }

  private void beforeJoining() throws InterruptedException {
    try (Scene alice = trial.scene(Timers.NONE)) {
      alice.channel(Scene.PLAIN).send("early", "early", Json.object());
      boolean rest = trial.profile().can(Ability.REST_BEFORE_JOIN);
      Duration patience = rest ? Scene.COMES : Scene.SOON;
      alice.await(it -> it instanceof RequestSent || it instanceof SendSettled, patience);
      boolean posts = alice.first(it -> it instanceof RequestSent).isPresent();
      if (posts != rest) {
        trial.complain(
            posts
                ? "a send before joining is refused, it says, but goes over REST"
                : "a send before joining goes over REST, it says, but no request is made",
            "sendBeforeJoined: " + (posts ? "rest" : "refuses"));
      }
    }
  }

  private void timeout() throws InterruptedException {
    if (!claims(Setting.TIMEOUT) || !trial.profile().can(Ability.ACK_OBSERVABLE)) {
      return;
    }
    try (Scene alice =
        Scene.open(
            trial.driver(), trial.grounds().silent(), trial.profile().vsn(), Timers.timeout(SET))) {
      DriverChannel channel = alice.channel(Scene.ACKNOWLEDGED);
      channel.subscribe();
      alice.await(
          it -> it instanceof StatusSaid said && said.status().equals("SUBSCRIBED"), Scene.COMES);
      channel.send("unanswered", "unanswered", Json.object());
      if (!alice.await(it -> it instanceof SendSettled, Scene.SOON)) {
        disobeyed("timeoutMs", "a send that is not answered is still waiting");
      }
    }
  }

  private void heartbeat() throws InterruptedException {
    if (!claims(Setting.HEARTBEAT)) {
      return;
    }
    Timers timers = new Timers(Optional.empty(), Optional.of(SET), Optional.empty());
    try (Scene alice = trial.scene(timers)) {
      alice.channel(Scene.PLAIN).subscribe();
      if (!alice.await(
          it -> it instanceof FrameSent && Scene.isFrame(it, "heartbeat"), Scene.SOON)) {
        disobeyed("heartbeatMs", "no heartbeat has gone out");
      }
    }
  }

  private void reconnect() throws InterruptedException {
    if (!claims(Setting.RECONNECT)) {
      return;
    }
    Timers timers = new Timers(Optional.empty(), Optional.empty(), Optional.of(SET));
    try (Scene alice = trial.scene(timers)) {
      alice.channel(Scene.PLAIN).subscribe();
      alice.await(it -> it instanceof FrameReceived, Scene.COMES);
      long before = alice.all(it -> it instanceof SocketOpening).count();
      trial.grounds().endSockets();
      if (!alice.awaitMany(it -> it instanceof SocketOpening, before + 1, Scene.SOON)) {
        disobeyed("reconnectMs", "no socket has been opened after the server ended the first");
      }
    }
  }

  private void version() throws InterruptedException {
    if (!claims(Setting.VSN)) {
      return;
    }
    ProtocolVersion other =
        trial.profile().vsn() == ProtocolVersion.V1 ? ProtocolVersion.V2 : ProtocolVersion.V1;
    try (Scene alice = Scene.open(trial.driver(), trial.grounds().obedient(), other, Timers.NONE)) {
      alice.channel(Scene.PLAIN).subscribe();
      boolean asked =
          alice.await(
              it -> it instanceof SocketOpening s && s.url().contains("vsn=" + other), Scene.COMES);
      if (!asked) {
        trial.complain(
            "vsn can be set, it says, but " + other + " is not what the socket asks for",
            "to leave vsn out of settable, or to give it to the SDK");
      }
    }
  }

  private void disobeyed(String timer, String then) {
    trial.complain(
        "%s can be set, it says, but %d ms after it was set to %d ms %s"
            .formatted(timer, Scene.SOON.toMillis(), SET.toMillis(), then),
        "to leave it out of settable, or to give it to the SDK");
  }

  private boolean claims(Setting setting) {
    return trial.profile().settable().contains(setting);
  }
}
