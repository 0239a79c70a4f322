package dev.broadcasttck.mock.recording;

import java.util.Optional;
import java.util.SortedMap;

/** What a row of a recording tells. */
sealed interface Event {

  /** Something that the client did. */
  sealed interface Act extends Event {}

  /** Something that the server did. */
  sealed interface Answer extends Event {
    /** Whether nothing more can come on the connection. */
    default boolean isLast() {
      return false;
    }
  }

  /** The recorder's remark on the rows that follow. */
  record Note(String text) implements Event {}

  /** Asks for a WebSocket. */
  record Connect(String target, SortedMap<String, String> headers) implements Act {}

  /**
   * Sends a plain request.
   *
   * @param body text, or bytes in hexadecimal behind {@code hex:}
   */
  record Request(
      String method, String target, SortedMap<String, String> headers, Optional<String> body)
      implements Act {}

  /** Sends a frame. */
  record Send(Frame frame) implements Act {}

  /** Begins the close handshake, with code 1000. */
  record HangUp() implements Act {}

  /**
   * The answer to a plain request or to the wish for a WebSocket.
   *
   * @param headers by their names in lower case
   */
  record Response(int status, SortedMap<String, String> headers, String body) implements Answer {
    @Override
    public boolean isLast() {
      return status != 101;
    }
  }

  /** A frame from the server. */
  record Receive(Frame frame) implements Answer {}

  /** The end of a WebSocket, by a close frame or, with code 1006, without one. */
  record Closed(int code, String reason) implements Answer {
    @Override
    public boolean isLast() {
      return true;
    }
  }
}
