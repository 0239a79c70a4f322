package dev.broadcasttck.mock.script;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.wire.Blow;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/** Something that came to the server or left it. Sockets and calls are numbered from 1 each. */
public sealed interface Event {
  /** How much memory its content takes, about. */
  default int bytes() {
    return 0;
  }

  /** Something about a socket, from its upgrade request on. */
  sealed interface OfSocket extends Event {
    int socket();
  }

  /** Something about a request that does not ask for a socket. */
  sealed interface OfCall extends Event {
    int call();
  }

  /** A socket was asked for. */
  record Knocked(int socket, Request request) implements OfSocket {
    @Override
    public int bytes() {
      return request.body().length();
    }
  }

  /** The socket opened. */
  record Opened(int socket, ProtocolVersion version) implements OfSocket {}

  /** The request was answered with plain HTTP. */
  record TurnedAway(int socket, Answer answer) implements OfSocket {
    @Override
    public int bytes() {
      return answer.body().length();
    }
  }

  /** A request for a socket is left without an answer, or reset. */
  record LeftAlone(int socket, Treatment treatment) implements OfSocket {}

  /**
   * A frame came.
   *
   * @param push what it says; empty where it is malformed
   */
  record Received(int socket, Frame frame, Optional<Push> push) implements OfSocket {
    @Override
    public int bytes() {
      return frame.bytes().length();
    }
  }

  /**
   * A push is kept, unanswered.
   *
   * @param entry the number of the journal's line that says that it came
   */
  record Held(int socket, int entry) implements OfSocket {}

  /** A frame was sent. */
  record Sent(int socket, Frame frame) implements OfSocket {
    @Override
    public int bytes() {
      return frame.bytes().length();
    }
  }

  /** The client sent a close frame; 1005 where it named no code. */
  record ClientCloses(int socket, int code) implements OfSocket {}

  /** The server ends the socket; 1006 where it does so without a close frame. */
  record ServerCloses(int socket, int code) implements OfSocket {}

  /** Something is done to the connection itself. */
  record Struck(int socket, Blow blow) implements OfSocket {}

  /** The connection is gone. */
  record Ended(int socket) implements OfSocket {}

  /** A request came. */
  record Asked(int call, Request request) implements OfCall {
    @Override
    public int bytes() {
      return request.body().length();
    }
  }

  /** It was answered. */
  record Answered(int call, Answer answer) implements OfCall {
    @Override
    public int bytes() {
      return answer.body().length();
    }
  }

  /** It is left without an answer, or its connection is reset. */
  record Unanswered(int call, Treatment treatment) implements OfCall {}
}
