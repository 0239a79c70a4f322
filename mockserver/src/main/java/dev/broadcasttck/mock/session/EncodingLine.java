package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Codec;
import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.spec.protocol.ProtocolVersion;

/** The line that writes frames of the socket's protocol version. */
public final class EncodingLine implements Line {
  private final ProtocolVersion version;
  private final Codec codec;
  private final Outlet socket;

  public EncodingLine(ProtocolVersion version, Outlet socket) {
    this.version = version;
    this.codec = Codec.of(version);
    this.socket = socket;
  }

  @Override
  public void reply(Push to, ServerMessage reply) {
    push(reply);
  }

  @Override
  public void push(ServerMessage message) {
    socket.write(codec.encode(message));
  }

  @Override
  public void deliver(Delivery delivery) {
    delivery.frame(version).ifPresent(socket::write);
  }

  @Override
  public void hangUp(int code) {
    socket.close(code);
  }
}
