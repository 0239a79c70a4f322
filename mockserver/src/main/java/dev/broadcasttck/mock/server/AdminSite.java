package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.netty.Site;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.script.Knock;
import dev.broadcasttck.mock.script.Reception;
import dev.broadcasttck.mock.script.Treatment;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.session.Outlet;
import java.util.Optional;

/** A site with nothing but an admin API. */
record AdminSite(Optional<AdminApi> admin) implements Site {
  @Override
  public boolean isForSocket(Request request) {
    return false;
  }

  @Override
  public Reception<Answer> answer(Request request) {
    return new Reception<>(Treatment.SERVED, Optional.of(Answer.notFound()));
  }

  @Override
  public Knock judge(Request request) {
    throw new IllegalStateException("no socket is asked for here");
  }

  @Override
  public Conversation open(Knock knock, Handshake.Accepted accepted, Outlet socket) {
    throw new IllegalStateException("no socket is opened here");
  }

  @Override
  public Profile profile() {
    return Profile.PLAIN;
  }
}
