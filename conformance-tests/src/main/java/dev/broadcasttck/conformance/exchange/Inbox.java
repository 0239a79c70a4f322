package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.ControlReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.spec.protocol.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a socket has got and no step has explained yet, in order; what the target may send unasked
 * is let pass where it is not expected.
 */
record Inbox(Scene scene, Caller caller) {

  /** The next frame must be this. */
  Reaction take(Expected expected) throws InterruptedException {
    return takeInSomeOrder(List.of(expected));
  }

  /** The next frames must be these, in some order. */
  Reaction takeInSomeOrder(List<Expected> all) throws InterruptedException {
    List<Expected> wanted = new ArrayList<>(all);
    while (!wanted.isEmpty()) {
      Optional<Entry> next = next(scene.budgets().mustCome());
      if (next.isEmpty()) {
        return new Broken(words(wanted), "nothing came within " + budget());
      }
      Happening got = next.get().what();
      if (!isMessage(got)) {
        return new Broken(words(wanted), "the socket ended: " + got);
      }
      Optional<Expected> fitting =
          wanted.stream().filter(one -> one.mismatch(got).isEmpty()).findFirst();
      if (fitting.isPresent()) {
        scene.values().captured(fitting.get().captures(got));
        wanted.remove(fitting.get());
      } else if (!isBackground(got)) {
        return new Broken(words(wanted), why(wanted, got));
      }
      scene.account().explain(next.get());
    }
    return new Held("");
  }

  /** The first entry that no step has explained: a frame, or the socket's end. */
  Optional<Entry> next(Duration budget) throws InterruptedException {
    return scene.tape().await(entries -> open(entries).findFirst(), budget);
  }

  /** Everything that no step has explained: frames, and the socket's end. */
  Stream<Entry> open(List<Entry> entries) {
    String socket = caller.socket().name();
    return entries.stream()
        .filter(entry -> scene.account().isOpen(entry))
        .filter(entry -> isFrom(entry.what(), socket) && !isSentinel(entry.what()));
  }

  boolean isBackground(Happening got) {
    Optional<Envelope> envelope = View.envelope(got);
    return envelope.isPresent()
        && scene.background().stream().anyMatch(pattern -> fits(envelope.get(), pattern.node()));
  }

  static boolean isMessage(Happening what) {
    return what instanceof FrameReceived || what instanceof ControlReceived;
  }

  private static boolean fits(Envelope envelope, JsonNode pattern) {
    Expected expected = FrameWords.message(pattern, false);
    JsonNode view = View.message(envelope);
    return expected.pattern().apply(new SocketLost("", "")).matches(view);
  }

  private static boolean isFrom(Happening what, String socket) {
    if (what instanceof FrameReceived frame) {
      return frame.socket().equals(socket);
    } else if (what instanceof ControlReceived control) {
      return control.socket().equals(socket) && control.kind().equals("pong");
    } else if (what instanceof SocketClosed closed) {
      return closed.socket().equals(socket);
    }
    return what instanceof SocketLost lost && lost.socket().equals(socket);
  }

  private static boolean isSentinel(Happening what) {
    return View.envelope(what)
        .filter(envelope -> envelope.event().equals("broadcast"))
        .filter(envelope -> envelope.payload().path("event").equals(Json.text(Sentinels.EVENT)))
        .isPresent();
  }

  private String budget() {
    return scene.budgets().mustCome().toMillis() + " ms";
  }

  private String words(List<Expected> wanted) {
    String all = String.join(" or ", wanted.stream().map(Expected::words).toList());
    return caller.name() + " gets " + all;
  }

  private static String why(List<Expected> wanted, Happening got) {
    return wanted.size() == 1
        ? wanted.get(0).mismatch(got).orElse("")
        : "none of them: " + View.inWords(got);
  }
}
