package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketOpened;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the tape says of the wire: which sockets are open, who joined where. */
final class Wire {
  /** The topic of the channels that the suite makes clients join, to have them send something. */
  static final String FENCE_TOPIC = Sentinels.EVENT;

  private Wire() {}

  /** The sockets of a client that are open, or of every client. */
  static Set<String> open(List<Entry> entries, Optional<String> actor) {
    Set<String> open = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (isOf(entry, actor)) {
        if (entry.what() instanceof SocketOpened opened) {
          open.add(opened.socket());
        }
        ended(entry.what()).ifPresent(open::remove);
      }
    }
    return open;
  }

  /** The socket that has ended, if one has. */
  static Optional<String> ended(Happening what) {
    if (what instanceof SocketClosed closed) {
      return Optional.of(closed.socket());
    }
    return what instanceof SocketLost lost ? Optional.of(lost.socket()) : Optional.empty();
  }

  /** The joins of a topic on sockets that are open. */
  static Stream<Entry> joins(List<Entry> entries, Optional<String> actor, String topic) {
    Set<String> open = open(entries, actor);
    return pushes(entries, actor)
        .filter(entry -> open.contains(((FrameSent) entry.what()).socket()))
        .filter(
            entry ->
                envelope(entry)
                    .filter(e -> e.topic().equals(topic) && e.event().equals("phx_join"))
                    .isPresent());
  }

  /** The frames of a client, or of every client, those left out that the suite caused. */
  static Stream<Entry> pushes(List<Entry> entries, Optional<String> actor) {
    return entries.stream()
        .filter(entry -> isOf(entry, actor) && entry.what() instanceof FrameSent)
        .filter(entry -> !isFence(entry));
  }

  static Optional<Envelope> envelope(Entry entry) {
    return entry.what() instanceof FrameSent sent ? Trail.envelope(sent.frame()) : Optional.empty();
  }

  static boolean isOf(Entry entry, Optional<String> actor) {
    return actor.map(entry.actor()::equals).orElse(true);
  }

  /** Whether a frame or a request is only there because the suite asked for it. */
  static boolean isFence(Entry entry) {
    if (entry.what() instanceof RequestSent request) {
      return request.body().contains(Sentinels.EVENT) || request.url().contains(Sentinels.EVENT);
    }
    return entry.what() instanceof FrameSent sent && isFence(sent.frame());
  }

  private static boolean isFence(Frame frame) {
    return Trail.envelope(frame)
        .filter(
            e ->
                e.topic().contains(FENCE_TOPIC)
                    || e.payload().path("event").asString("").equals(Sentinels.EVENT))
        .isPresent();
  }
}
