package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.ProtocolVersion;

/**
 * A socket that is open, and how far what comes on it can be foreseen.
 *
 * <p>Bytes that are no message may mean something to a server all the same. Where a client has sent
 * such bytes, the answers to it cannot be foreseen any more, nor what it has others hear.
 */
public final class Conversation {
  private final String socket;
  private final ProtocolVersion vsn;
  private final Memory memory;
  private boolean orderly = true;
  private boolean hearsOrderly = true;

  Conversation(String socket, ProtocolVersion vsn, Memory memory) {
    this.socket = socket;
    this.vsn = vsn;
    this.memory = memory;
  }

  /** As on the tape. */
  public String socket() {
    return socket;
  }

  public ProtocolVersion vsn() {
    return vsn;
  }

  public Memory memory() {
    return memory;
  }

  /** Whether everything that its own client sent is a message. */
  public boolean isOrderly() {
    return orderly;
  }

  /** Whether everything is a message that those sent who were here at its time. */
  public boolean hearsOrderly() {
    return hearsOrderly;
  }

  void becomeDisorderly() {
    orderly = false;
  }

  void hearDisorder() {
    hearsOrderly = false;
  }
}
