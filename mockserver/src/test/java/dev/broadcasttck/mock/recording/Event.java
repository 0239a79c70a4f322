package dev.broadcasttck.mock.recording;

import java.util.Optional;
import java.util.SortedMap;

/** What a row of a recording tells. */
sealed interface Event {

  /** Something that the client did. */
  sealed interface Act extends Event {}

  /** Something that nobody does who is connected. */
  sealed interface Behind extends Act {}

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

  /** Sends bytes of which nobody asks whether they are a frame. */
  record SendRaw(String hex) implements Act {}

  /** Drops the connection, without a close frame. */
  record Drop() implements Act {}

  /**
   * The database sends messages.
   *
   * @param payload a JSON object, or bytes in hexadecimal behind {@code hex:}
   */
  record DatabaseSend(
      String project, String topic, String event, String payload, boolean isPrivate, int times)
      implements Behind {}

  /** The project's database has been connected to before. */
  record DatabaseReady(String project) implements Behind {}

  /** The server is stopped. */
  record Stop() implements Behind {}

  /** Nothing, but time has passed. */
  record Pass() implements Behind {}

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

  /** The first line of an answer, of which nothing else was written down. */
  record Head(String line) implements Answer {
    @Override
    public boolean isLast() {
      return !line.contains(" 101 ");
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
