package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.session.Session;

/** What there is behind a port; called on the server's one thread only. */
public interface Site {
  /** Whether a request asks for a socket. */
  boolean isForSocket(Request request);

  /** Answers what does not ask for a socket. */
  Answer answer(Request request);

  /** Decides on a request for a socket. */
  Handshake judge(Request request);

  /** Begins the session of a socket. */
  Session open(Handshake.Accepted accepted, Outlet socket);

  Profile profile();
}
