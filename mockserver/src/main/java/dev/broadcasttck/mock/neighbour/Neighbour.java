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

  /**
   * Whether a request is not for the API that it plays but says how it is to play it. Such a one is
   * answered only where the mock's own admin API would be: of callers on this machine, or with the
   * mock's admin token.
   */
  default boolean isSteeredBy(Call call) {
    return false;
  }

  /** Forgets what tests have told it: the mock {@code reset()}. */
  void beginAgain();

  /** Called when the mock has ended, and again where it is closed again. */
  void close();
}
