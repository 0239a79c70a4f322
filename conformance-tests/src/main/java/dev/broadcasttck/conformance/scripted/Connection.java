package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.SocketEvents;
import dev.broadcasttck.conformance.wire.WireSocket;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One socket of a client, from its opening to its end: numbers the pushes and pairs replies with
 * them. Lives on the loop.
 *
 * <pre>
 *   OPENING ─────▶ OPEN ─────▶ ENDED
 *      └────────────────────────▲
 *   refused, not answered in time, closed
 * </pre>
 */
final class Connection {
  private enum State {
    OPENING,
    OPEN,
    ENDED
  }

  private final Terms terms;
  private final ConnectionEvents events;
  private final Framing framing;
  private final PendingReplies pending;
  private final WireSocket socket;
  private final Future<?> patience;
  private final List<Heartbeat> heartbeats = new ArrayList<>();
  private final List<Frame> untilOpen = new ArrayList<>();
  private State state = State.OPENING;
  private int refs;

  Connection(Terms terms, ConnectionEvents events) {
    this.terms = terms;
    this.events = events;
    this.framing = new Framing(terms.options().vsn(), terms.options().encoding(), terms.conduct());
    this.pending = new PendingReplies(terms.loop(), terms.conduct());
    this.socket =
        WireSocket.open(
            terms.workshop().transport(),
            terms.options().endpoint(),
            terms.options().vsn(),
            terms.workshop().name("socket"),
            terms.tap(),
            new OntoLoop());
    this.patience = terms.loop().after(terms.timeout(), socket::cut);
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  boolean hasEnded() {
    return state == State.ENDED;
  }

  /** A reference that no push of this socket has had. */
  JsonNode nextRef() {
    refs++;
    return Json.text(String.valueOf(refs));
  }

  /** How many references have been given to pushes. */
  int pushes() {
    return refs;
  }

  /** From now on shows that the client lives, and looks whether the server does. */
  void startHeartbeat() {
    heartbeats.add(Heartbeat.start(this, terms));
  }

  /** Pushes without wanting to know what comes of it. */
  void tell(Envelope push) {
    prepare(push).run();
  }

  /**
   * A push that is ready to go.
   *
   * @throws IllegalArgumentException if no frame can hold it
   */
  Runnable prepare(Envelope push) {
    Frame frame = framing.of(push);
    return () -> {
      switch (state) {
        case OPENING -> untilOpen.add(frame);
        case OPEN -> socket.send(frame);
        case ENDED -> {}
      }
    };
  }

  /** Pushes; {@code then} is told of the reply, of its absence, or of the end of the socket. */
  void ask(Envelope push, Consumer<Reply> then) {
    Runnable sending = prepare(push);
    if (state == State.ENDED) {
      then.accept(Reply.LOST);
      return;
    }
    pending.add(push, terms.timeout(), then);
    sending.run();
  }

  /** Closes the socket, with a close frame where it is open. */
  void close() {
    if (state == State.OPEN) {
      socket.close();
    } else {
      socket.cut();
    }
    end();
  }

  /** Gives the socket up, as one that is lost. */
  void cut() {
    socket.cut();
  }

  private void opened() {
    if (state == State.OPENING) {
      state = State.OPEN;
      patience.cancel(false);
      untilOpen.forEach(socket::send);
      untilOpen.clear();
      events.opened(this);
    }
  }

  private void received(Frame frame) {
    if (state == State.ENDED) {
      return;
    }
    if (frame.reading() instanceof Reading.Message message) {
      received(frame.kind(), message.envelope());
    } else {
      puzzled(frame.kind());
    }
  }

  private void received(Encoding kind, Envelope envelope) {
    if (terms.conduct().isDeafTo(terms.options().vsn(), kind, envelope)) {
      return;
    }
    if (!envelope.event().equals("phx_reply")) {
      events.received(this, envelope);
    } else if (!pending.replied(envelope)
        && terms.conduct().does(Misbehaviour.DIES_OF_UNKNOWN_REPLY)) {
      events.perished("a reply to nothing");
    }
  }

  private void puzzled(Encoding kind) {
    Misbehaviour misbehaviour =
        kind == Encoding.TEXT ? Misbehaviour.DIES_OF_GARBAGE : Misbehaviour.DIES_OF_BINARY_GARBAGE;
    if (terms.conduct().does(misbehaviour)) {
      events.perished("garbage");
    }
  }

  private void lost(Ending ending) {
    if (state != State.ENDED) {
      end();
      events.lost(this, ending);
    }
  }

  private void end() {
    state = State.ENDED;
    patience.cancel(false);
    heartbeats.forEach(Heartbeat::stop);
    pending.settleAll(Reply.LOST);
  }

  /** Brings what the socket's thread reads onto the loop. */
  private final class OntoLoop implements SocketEvents {
    @Override
    public void opened() {
      terms.loop().run(Connection.this::opened);
    }

    @Override
    public void received(Frame frame) {
      terms.loop().run(() -> Connection.this.received(frame));
    }

    @Override
    public void refused(int status, Map<String, String> headers, String body) {
      ended(Ending.REFUSED);
    }

    @Override
    public void closed(int code, String reason) {
      ended(Ending.of(code));
    }

    @Override
    public void lost(Loss loss) {
      ended(Ending.CUT);
    }

    private void ended(Ending ending) {
      terms.loop().run(() -> Connection.this.lost(ending));
    }
  }
}
