package dev.broadcasttck.conformance.history;

import java.util.Optional;

/**
 * What has been broadcast by those who can be seen. Where something is heard on a topic that none
 * of them has sent, somebody else speaks there too, and what is heard proves nothing any more about
 * who sent it how often.
 */
public final class Ledger {
  private static final String SEVERAL = "";

  private final Lately<Content, Dispatch> dispatches;
  private final Lately<String, Boolean> strangers;
  private int sent;

  /**
   * A broadcast that was sent.
   *
   * @param sender its socket; empty where there are several, or it came by a request
   * @param number grows from broadcast to broadcast
   * @param times how often it was sent
   */
  public record Dispatch(String sender, int number, int times) {
    /** Whether its place among the others is known. */
    boolean hasPlace() {
      return times == 1 && !sender.equals(SEVERAL);
    }
  }

  Ledger(Memory memory) {
    dispatches = new Lately<>(memory.broadcasts());
    strangers = new Lately<>(memory.broadcasts());
  }

  void sent(String socket, Content content) {
    Dispatch before = dispatches.get(content).orElse(new Dispatch(socket, 0, 0));
    String sender = before.sender().equals(socket) ? socket : SEVERAL;
    dispatches.put(content, new Dispatch(sender, sent++, before.times() + 1));
  }

  /** A request may bring its content to sockets too. */
  void asked(Content content) {
    sent(SEVERAL, content);
  }

  void heard(Content content) {
    if (!dispatches.knows(content)) {
      strangers.put(content.topic(), true);
    }
  }

  /** How something was sent; empty where that cannot be known. */
  public Optional<Dispatch> dispatch(Content content) {
    return strangers.knows(content.topic()) ? Optional.empty() : dispatches.get(content);
  }
}
