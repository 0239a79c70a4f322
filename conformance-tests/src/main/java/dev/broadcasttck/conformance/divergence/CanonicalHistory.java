package dev.broadcasttck.conformance.divergence;

import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.ControlReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestLost;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketOpened;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server said in a playing, without names, references, ids and times, and without the
 * suite's own sentinels. What is said on one topic of one socket has an order; what is said on
 * several has none.
 *
 * @param streams what was said, by where: {@code alice ◀ realtime:room}
 */
record CanonicalHistory(Map<String, List<Line>> streams) {

  /**
   * Something that a server said.
   *
   * @param number the place on the tape
   */
  record Line(int number, String text) {}

  static CanonicalHistory of(List<Entry> tape) {
    return new Scribe().read(tape);
  }

  private static final class Scribe {
    private final Map<String, List<Line>> streams = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> aside = new HashSet<>();
    private final Map<String, SentRefs> refs = new HashMap<>();

    CanonicalHistory read(List<Entry> tape) {
      for (Entry entry : tape) {
        if (entry.what() instanceof FrameSent sent) {
          message(sent.frame()).ifPresent(envelope -> sent(refs(sent.socket()), envelope));
        } else if (entry.what() instanceof FrameReceived received) {
          received(entry, received);
        } else if (entry.what() instanceof SocketOpening opening) {
          name(opening.socket(), entry.actor());
        } else if (entry.what() instanceof RequestSent request) {
          requested(entry, request);
        } else {
          other(entry);
        }
      }
      return new CanonicalHistory(streams);
    }

    private void requested(Entry entry, RequestSent request) {
      if (request.body().contains(Sentinels.EVENT)) {
        aside.add(request.call());
      } else {
        name(request.call(), entry.actor());
      }
    }

    private static void sent(SentRefs refs, Envelope envelope) {
      if (isSentinel(envelope)) {
        refs.sentAside(envelope);
      } else {
        refs.sent(envelope);
      }
    }

    private void received(Entry entry, FrameReceived received) {
      Optional<Envelope> message = message(received.frame());
      if (message.isEmpty()) {
        write(entry, received.socket(), "", "noise " + Canon.noise(received.frame()));
      } else if (!isSentinel(message.get()) && !refs(received.socket()).isAside(message.get())) {
        Envelope envelope = message.get();
        String kind = received.frame().kind().name().toLowerCase(Locale.ROOT);
        SentRefs known = refs(received.socket());
        write(
            entry,
            received.socket(),
            " " + Canon.text(envelope.topic()),
            "%s %s, ref %s, join_ref %s, %s"
                .formatted(
                    kind,
                    envelope.event(),
                    known.ref(envelope),
                    known.joinRef(envelope),
                    Canon.json(envelope.payload())));
      }
    }

    private void other(Entry entry) {
      Happening what = entry.what();
      if (what instanceof SocketOpened it) {
        write(entry, it.socket(), "", "opens");
      } else if (what instanceof SocketRefused it) {
        write(entry, it.socket(), "", "refuses, HTTP " + it.status() + " " + Canon.body(it.body()));
      } else if (what instanceof SocketClosed it) {
        write(entry, it.socket(), "", "closes " + it.code() + " " + Canon.text(it.reason()));
      } else if (what instanceof SocketLost it) {
        write(entry, it.socket(), "", "is lost");
      } else if (what instanceof ControlReceived it) {
        write(entry, it.socket(), "", it.kind() + " " + Canon.text(it.content()));
      } else if (what instanceof ResponseReceived it && !aside.contains(it.call())) {
        write(entry, it.call(), "", "HTTP " + it.status() + " " + Canon.body(it.body()));
      } else if (what instanceof RequestLost it) {
        write(entry, it.call(), "", "no answer");
      }
    }

    private void write(Entry entry, String socket, String topic, String text) {
      String name = names.getOrDefault(socket, entry.actor());
      streams
          .computeIfAbsent(name + " ◀" + topic, it -> new ArrayList<>())
          .add(new Line(entry.number(), text));
    }

    /** The second socket of alice is {@code alice 2}, whatever anybody calls it. */
    private void name(String socket, String actor) {
      int number = counts.merge(actor, 1, Integer::sum);
      names.put(socket, number == 1 ? actor : actor + " " + number);
    }

    private SentRefs refs(String socket) {
      return refs.computeIfAbsent(socket, it -> new SentRefs());
    }

    private static Optional<Envelope> message(Frame frame) {
      return frame.reading() instanceof Reading.Message message
          ? Optional.of(message.envelope())
          : Optional.empty();
    }

    private static boolean isSentinel(Envelope envelope) {
      return envelope.topic().contains(Sentinels.EVENT)
          || envelope.payload().path("event").asString("").equals(Sentinels.EVENT);
    }
  }
}
