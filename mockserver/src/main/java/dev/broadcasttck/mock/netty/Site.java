package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.script.Knock;
import dev.broadcasttck.mock.script.Reception;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.session.Outlet;
import java.util.Optional;

/** What there is behind a port; called on the server's one thread only. */
public interface Site {
  /** Whether a request asks for a socket. */
  boolean isForSocket(Request request);

  /** Meets what does not ask for a socket. */
  Reception<Answer> answer(Request request);

  /** Decides on a request for a socket. */
  Knock judge(Request request);

  /** Begins the conversation of a socket. */
  Conversation open(Knock knock, Handshake.Accepted accepted, Outlet socket);

  Profile profile();

  /** What is found under {@code /__tck}; empty where nothing is. */
  Optional<AdminApi> admin();
}
