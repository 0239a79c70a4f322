package dev.broadcasttck.conformance.proxy;

import dev.broadcasttck.conformance.relay.Escort;
import dev.broadcasttck.conformance.relay.FrameWriter;
import dev.broadcasttck.conformance.relay.Message;
import dev.broadcasttck.conformance.relay.Sides;
import dev.broadcasttck.mock.between.Traveller;
import dev.broadcasttck.mock.between.Upstream;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.netty.Wire;
import dev.broadcasttck.mock.server.Checkpoint;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/**
 * Goes along with one socket: shows every message to the faults, and puts on the wire what comes of
 * it. What comes out as it went in goes on in the bytes in which it came.
 */
final class SocketEscort implements Escort, Outlet, Upstream {
  /** A message as it came, and as the faults know it. */
  private record Current(Frame frame, Message message) {}

  private final Traveller traveller;
  private final ProtocolVersion version;
  private final Words words;
  private final Sides sides;
  private final Wire wire;
  private Optional<Current> current = Optional.empty();
  private Optional<Message> farewell = Optional.empty();
  private boolean over;

  SocketEscort(Traveller traveller, ProtocolVersion version, Sides sides) {
    this.traveller = traveller;
    this.version = version;
    this.words = new Words(version);
    this.sides = sides;
    this.wire = Checkpoint.wire(sides.client());
  }

  @Override
  public void opened() {
    traveller.open(version, this, this);
  }

  @Override
  public void refused(int status) {
    traveller.refused(Answer.empty(status));
  }

  @Override
  public void clientSays(Message message) {
    if (message.isText() || message.isBinary()) {
      Frame frame = frame(message);
      during(new Current(frame, message), () -> traveller.clientSays(frame));
    } else if (!message.isClose() || traveller.clientCloses(message.code())) {
      sides.toServer(message.bytes().retainedDuplicate());
    }
  }

  @Override
  public void serverSays(Message message) {
    if (message.isText() || message.isBinary()) {
      Frame frame = frame(message);
      Runnable saying =
          () ->
              traveller.serverSays(frame, words.read(message.isText(), message.content().clone()));
      during(new Current(frame, message), saying);
    } else if (message.isClose()) {
      farewell = Optional.of(message);
      traveller.serverCloses(message.code());
      farewell = Optional.empty();
    } else if (!over) {
      sides.toClient(message.bytes().retainedDuplicate());
    }
  }

  private static Frame frame(Message message) {
    return new Frame(
        message.isText() ? Frame.Kind.TEXT : Frame.Kind.BINARY, Bytes.of(message.content()));
  }

  private void during(Current now, Runnable task) {
    current = Optional.of(now);
    task.run();
    current = Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // It is about this very frame, not about one like it.
  private Optional<Message> original(Frame frame) {
    return current.filter(it -> it.frame() == frame).map(Current::message);
  }

  @Override
  public void write(Frame frame) {
    if (over) {
      return;
    }
    wire.spell(frame.manner());
    sides.toClient(
        original(frame)
            .map(message -> message.bytes().retainedDuplicate())
            .orElseGet(() -> FrameWriter.toClient(opcode(frame), frame.bytes().toArray())));
  }

  @Override
  public void forward(Frame frame) {
    sides.toServer(
        original(frame)
            .map(message -> message.bytes().retainedDuplicate())
            .orElseGet(() -> FrameWriter.toServer(opcode(frame), frame.bytes().toArray())));
  }

  private static int opcode(Frame frame) {
    return frame.kind() == Frame.Kind.TEXT ? Message.TEXT : Message.BINARY;
  }

  @Override
  public void push(Push push) {
    Words.Outgoing outgoing = words.write(push);
    sides.toServer(
        FrameWriter.toServer(
            outgoing.isText() ? Message.TEXT : Message.BINARY, outgoing.content().toArray()));
  }

  /** Nothing follows a close frame. */
  @Override
  public void close(int code) {
    if (over) {
      return;
    }
    over = true;
    sides.toClient(
        farewell
            .filter(message -> message.code() == code)
            .map(message -> message.bytes().retainedDuplicate())
            .orElseGet(() -> FrameWriter.toClient(Message.CLOSE, FrameWriter.close(code, ""))));
  }

  @Override
  public void cut() {
    over = true;
    sides.end();
  }

  @Override
  public void strike(Blow blow) {
    wire.strike(blow);
  }

  @Override
  public void ended() {
    over = true;
    traveller.gone();
  }
}
