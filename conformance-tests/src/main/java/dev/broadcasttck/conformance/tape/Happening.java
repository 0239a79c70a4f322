package dev.broadcasttck.conformance.tape;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened to an actor: seen on the wire ({@link Wire}), or said by the client
 * itself ({@link Said}). A verdict about a client compares the two.
 */
public sealed interface Happening {

  /** Seen on the wire. */
  sealed interface Wire extends Happening {}

  /** Said by the client: a status, a callback, a result. */
  sealed interface Said extends Happening {}

  /**
   * A socket is about to be opened.
   *
   * @param socket the socket's name, unique on the tape
   * @param url with its secrets redacted
   */
  record SocketOpening(String socket, String url) implements Wire {}

  /** The upgrade was accepted. */
  record SocketOpened(String socket) implements Wire {}

  /** The upgrade was answered with plain HTTP. */
  record SocketRefused(String socket, int status, String body) implements Wire {}

  /** A frame went to the server. */
  record FrameSent(String socket, Frame frame) implements Wire {}

  /** A frame came from the server. */
  record FrameReceived(String socket, Frame frame) implements Wire {}

  /**
   * A ping or a pong went to the server.
   *
   * @param kind {@code ping} or {@code pong}
   */
  record ControlSent(String socket, String kind, String content) implements Wire {}

  /**
   * A ping or a pong came from the server.
   *
   * @param kind {@code ping} or {@code pong}
   */
  record ControlReceived(String socket, String kind, String content) implements Wire {}

  /** The script closes the socket. */
  record CloseSent(String socket, int code) implements Wire {}

  /** The socket ended with a close frame from the server, or with the answer to ours. */
  record SocketClosed(String socket, int code, String reason) implements Wire {}

  /** The socket ended without a close frame. */
  record SocketLost(String socket, String cause) implements Wire {}

  /**
   * An HTTP request was sent.
   *
   * @param call the request's name, unique on the tape
   * @param headers with their secrets redacted
   */
  record RequestSent(
      String call, String method, String url, Map<String, String> headers, String body)
      implements Wire {}

  /** Its answer; header names are in lower case. */
  record ResponseReceived(String call, int status, Map<String, String> headers, String body)
      implements Wire {}

  /** No answer came. */
  record RequestLost(String call, String cause) implements Wire {}

  /**
   * The client was told to send a broadcast.
   *
   * @param send the send's name, unique on the tape
   */
  record SendCalled(String send, String channel, String event, JsonNode payload) implements Said {}

  /**
   * The promise of a send was kept or broken.
   *
   * @param result {@code ok}, {@code error} or {@code timed out}
   */
  record SendSettled(String send, String result) implements Said {}

  /** A channel reported its state, such as {@code SUBSCRIBED}. */
  record StatusSaid(String channel, String status) implements Said {
    private static final Set<String> OUTCOMES =
        Set.of("SUBSCRIBED", "CHANNEL_ERROR", "TIMED_OUT", "CLOSED");

    /** Whether this is what can come of a join; other words say that something is under way. */
    public boolean isOutcome() {
      return OUTCOMES.contains(status);
    }
  }

  /**
   * A listener was called.
   *
   * @param listener the listener's name, unique in its channel
   * @param event the broadcast's own event
   * @param payload the broadcast's inner payload
   */
  record MessageHeard(String channel, String listener, String event, JsonNode payload)
      implements Said {}

  /** An error escaped from the client. */
  record UncaughtSaid(String text) implements Said {}

  /** The library printed a line, on behalf of this client or of another in its process. */
  record Printed(String line) implements Said {}
}
