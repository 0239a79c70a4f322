package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.session.Session;
import java.util.function.Consumer;

/** What there is behind a port; called on the server's one thread only. */
public interface Site {
  /** Answers what does not ask for a socket. */
  Answer answer(Request request);

  /** Decides on a request for a socket. */
  Handshake judge(Request request);

  /** Begins the session of a socket that writes what it is given. */
  Session open(Handshake.Accepted accepted, Consumer<Frame> socket);
}
