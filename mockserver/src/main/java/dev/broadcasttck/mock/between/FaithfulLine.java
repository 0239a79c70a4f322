package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.EncodingLine;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.LineBefore;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/** The line on which a message goes in the frame in which it came, if it came in one just now. */
final class FaithfulLine implements LineBefore {
  private record Original(ServerMessage message, Frame frame) {}

  private final Outlet socket;
  private final Line encoding;
  private Optional<Original> current = Optional.empty();

  FaithfulLine(ProtocolVersion version, Outlet socket) {
    this.socket = socket;
    this.encoding = new EncodingLine(version, socket);
  }

  /** Does something with a message while the frame is known. */
  void during(ServerMessage message, Frame frame, Runnable task) {
    current = Optional.of(new Original(message, frame));
    task.run();
    current = Optional.empty();
  }

  @Override
  public Line line() {
    return encoding;
  }

  @Override
  public void reply(Push to, ServerMessage reply) {
    push(reply);
  }

  @Override
  public void push(ServerMessage message) {
    current
        .filter(it -> it.message().equals(message))
        .map(Original::frame)
        .ifPresentOrElse(socket::write, () -> encoding.push(message));
  }
}
