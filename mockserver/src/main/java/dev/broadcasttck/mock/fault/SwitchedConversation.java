package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.session.Manners;
import dev.broadcasttck.mock.session.Membership;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;
import java.util.List;
import java.util.Optional;

/** A conversation in whose end the faults that are on have a say. */
record SwitchedConversation(Conversation conversation, Board board, Outlet socket)
    implements Conversation {
  @Override
  public void receive(Frame frame) {
    conversation.receive(frame);
  }

  @Override
  public boolean closing(int code) {
    Optional<Blow> blow = board.parting(code);
    blow.ifPresent(socket::strike);
    return conversation.closing(code) && blow.isEmpty();
  }

  @Override
  public List<Membership> memberships() {
    return conversation.memberships();
  }

  @Override
  public void forget(String topic) {
    conversation.forget(topic);
  }

  @Override
  public Manners manners() {
    return conversation.manners();
  }

  @Override
  public void end() {
    conversation.end();
  }

  @Override
  public void gone() {
    conversation.gone();
  }
}
