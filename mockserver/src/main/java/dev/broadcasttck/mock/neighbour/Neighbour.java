package dev.broadcasttck.mock.neighbour;

/**
 * Somebody who answers HTTP requests on the mock's port, and is asked before the mock. Of a mock
 * that starts again after it was closed it is opened again.
 */
public interface Neighbour {
  /** Called before the mock listens. */
  void open();

  /**
   * Answers a request, those for sockets among them. Called on threads of its own, several at a
   * time, and may wait for something; but for delays, see {@link Reply}.
   */
  Reply answer(Call call);

  /** Forgets what tests have told it: the mock {@code reset()}. */
  void beginAgain();

  /** Called when the mock has ended, and again where it is closed again. */
  void close();
}
