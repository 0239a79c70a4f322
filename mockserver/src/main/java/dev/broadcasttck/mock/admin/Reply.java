package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Answer;

/** The way back to whoever asked; for the server's one thread. Exactly one of both is called. */
public interface Reply {
  void say(Answer answer);

  /** Begins an answer that goes on until one side ends it. */
  Stream begin();

  /** An answer that goes on. */
  interface Stream {
    /** Whether it can take more without anybody waiting. */
    boolean isReady();

    void say(String text);

    /** Has somebody told each time when it can take more again. */
    void whenReady(Runnable task);

    /** Has somebody told when the other side is gone. */
    void whenGone(Runnable task);
  }
}
