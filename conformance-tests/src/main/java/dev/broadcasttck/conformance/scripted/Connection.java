package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.SocketEvents;
import dev.broadcasttck.conformance.wire.WireSocket;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One socket of a client, from its opening to its end: numbers the pushes, pairs replies with them,
 * and shows that it lives. Lives on the loop.
 */
final class Connection {
  /** {@code OPENING → OPEN → ENDED}, and back never. */
  private enum State {
    OPENING,
    OPEN,
    ENDED
  }

  private final Loop loop;
  private final ClientOptions options;
  private final ConnectionEvents events;
  private final Encoder encoder;
  private final PendingReplies pending;
  private final WireSocket socket;
  private final Future<?> heartbeat;
  private final List<Frame> untilOpen = new ArrayList<>();
  private State state = State.OPENING;
  private int refs;

  Connection(
      Workshop workshop, Loop loop, ClientOptions options, WireTap tap, ConnectionEvents events) {
    this.loop = loop;
    this.options = options;
    this.events = events;
    this.encoder = new Encoder(options.vsn());
    this.pending = new PendingReplies(loop);
    this.socket =
        WireSocket.open(
            workshop.transport(),
            options.endpoint(),
            options.vsn(),
            workshop.name("socket"),
            tap,
            new OntoLoop());
    this.heartbeat = loop.every(workshop.heartbeat(), () -> beat(workshop.heartbeat()));
  }

  boolean hasEnded() {
    return state == State.ENDED;
  }

  /** A reference that no push of this socket has had. */
  JsonNode nextRef() {
    refs++;
    return Json.text(String.valueOf(refs));
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
    Frame frame = encoded(push);
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
    ask(push, options.timers().timeout().orElseThrow(), then);
  }

  private void ask(Envelope push, Duration limit, Consumer<Reply> then) {
    Frame frame = encoded(push);
    if (state == State.ENDED) {
      then.accept(Reply.ERROR);
      return;
    }
    pending.add(push, limit, then);
    if (state == State.OPENING) {
      untilOpen.add(frame);
    } else {
      socket.send(frame);
    }
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

  private void opened() {
    if (state == State.OPENING) {
      state = State.OPEN;
      untilOpen.forEach(socket::send);
      untilOpen.clear();
    }
  }

  private void received(Envelope envelope) {
    if (state == State.ENDED) {
      return;
    }
    if (envelope.event().equals("phx_reply")) {
      pending.replied(envelope);
    } else {
      events.received(this, envelope);
    }
  }

  private void lost() {
    if (state != State.ENDED) {
      end();
      events.lost(this);
    }
  }

  private void end() {
    state = State.ENDED;
    heartbeat.cancel(false);
    pending.settleAll(Reply.ERROR);
  }

  /** A heartbeat that is not answered before the next one means that the server is gone. */
  private void beat(Duration period) {
    if (state == State.OPEN) {
      ask(
          new Envelope(Json.none(), nextRef(), "phoenix", "heartbeat", Json.object()),
          period,
          reply -> {
            if (reply == Reply.TIMED_OUT) {
              socket.cut();
            }
          });
    }
  }

  private Frame encoded(Envelope push) {
    boolean binary =
        options.vsn() == ProtocolVersion.V2
            && options.encoding() == Encoding.BINARY
            && push.event().equals("broadcast");
    return binary ? encoder.userBroadcast(push) : encoder.text(push);
  }

  /** Brings what the socket's thread reads onto the loop. */
  private final class OntoLoop implements SocketEvents {
    @Override
    public void opened() {
      loop.run(Connection.this::opened);
    }

    @Override
    public void received(Frame frame) {
      if (frame.reading() instanceof Reading.Message message) {
        loop.run(() -> Connection.this.received(message.envelope()));
      }
    }

    @Override
    public void refused(int status, Map<String, String> headers, String body) {
      loop.run(Connection.this::lost);
    }

    @Override
    public void closed(int code, String reason) {
      loop.run(Connection.this::lost);
    }

    @Override
    public void lost(Loss loss) {
      loop.run(Connection.this::lost);
    }
  }
}
