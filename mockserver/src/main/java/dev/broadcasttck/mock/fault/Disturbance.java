package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.session.Admission.Decision;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.wire.Blow;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a fault does at each of the server's named points. Each point gets what an obedient server
 * would do and says what is done instead, and when; what it does not touch it gives back as it is.
 *
 * <p>It may count and remember: it belongs to one server, which calls it on one thread.
 */
public interface Disturbance {
  /** A broadcast is handed to the hub. */
  default Course<Publication> publishing(Publication publication) {
    return Course.of(publication);
  }

  /** A broadcast is handed to one of its receivers. */
  default Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
    return Course.of(broadcast);
  }

  /** A broadcast is not handed to a member of this room or another, since it is not for it. */
  default Course<Broadcast> overhearing(Broadcast broadcast, Hearer hearer) {
    return Course.nothing();
  }

  /** A push is replied to. */
  default Course<ServerMessage> replying(Push to, ServerMessage reply) {
    return Course.of(reply);
  }

  /** A push is not replied to, since no reply was asked for. */
  default Course<ServerMessage> withholding(Push to, ServerMessage reply) {
    return Course.nothing();
  }

  /** The server says something about a channel: phx_close, phx_error, system and the like. */
  default Course<ServerMessage> pushing(ServerMessage message) {
    return Course.of(message);
  }

  /** A frame of whatever content is written to a socket. */
  default Course<Frame> writing(Frame frame) {
    return Course.of(frame);
  }

  /**
   * A join is decided on.
   *
   * @param limits of the project
   */
  default Decision admitting(String topic, Limits limits, Decision decision) {
    return decision;
  }

  /** An HTTP request is answered. */
  default Answer answering(Request request, Answer answer) {
    return answer;
  }

  /** A push has come; empty where it is not heard at all. */
  default Optional<Push> hearing(Push push) {
    return Optional.of(push);
  }

  /** A push has come; what is done to its connection in place of hearing it. */
  default Optional<Blow> striking(Push push) {
    return Optional.empty();
  }

  /** A close frame has come; what is done to its connection in place of answering it. */
  default Optional<Blow> parting(int code) {
    return Optional.empty();
  }

  /** A frame that is no message has come; the code with which the socket ends, where it does. */
  default Optional<Integer> stumbling(Frame frame) {
    return Optional.empty();
  }

  /** A ping has come; what it is answered with, if anything. */
  default Optional<Bytes> ponging(Bytes ping) {
    return Optional.of(ping);
  }

  /** A client ends its socket with a code; the code of the answer. */
  default int farewell(int code) {
    return code;
  }

  /** Something against the WebSocket protocol has come; the code with which the socket ends. */
  default int objecting(int code) {
    return code;
  }

  /** The first fragment of a message has come; false where it is taken for all of it. */
  default boolean waiting() {
    return true;
  }

  /** Something has come over a socket; false where it goes on counting as idle. */
  default boolean heeding() {
    return true;
  }

  /** A client's socket has ended. */
  default void ended() {}

  /** A token has been examined. */
  default Token examining(String text, Token token) {
    return token;
  }

  /**
   * The project of a request has been looked for.
   *
   * @param usual stands behind a host that names none
   */
  default Optional<Project> locating(Optional<Project> project, Project usual) {
    return project;
  }

  /** A member leaves its room, as it asked or because its socket ended; false if it stays. */
  default boolean leaving(Room room) {
    return true;
  }

  /** An HTTP request has come, for a socket or not. */
  default Request reading(Request request) {
    return request;
  }

  /** A request for a socket is decided on. */
  default Handshake opening(Request request, Handshake handshake) {
    return handshake;
  }

  /** The server ends a socket with a code; 1006 for no close frame, empty for not at all. */
  default Optional<Integer> closing(int code) {
    return Optional.of(code);
  }

  /** A project is set up. */
  default ProjectSettings settling(ProjectSettings settings) {
    return settings;
  }

  /** The same on every occasion. */
  default Disturbance always() {
    return this;
  }

  /** The names of those of its methods above that do otherwise than an obedient server. */
  static Set<String> points(Disturbance disturbance) {
    Class<?> kind = disturbance.always().getClass();
    Set<String> points = new TreeSet<>();
    for (Method point : Disturbance.class.getMethods()) {
      if (point.isDefault() && !isInherited(kind, point)) {
        points.add(point.getName());
      }
    }
    return points;
  }

  private static boolean isInherited(Class<?> kind, Method point) {
    try {
      return kind.getMethod(point.getName(), point.getParameterTypes())
          .getDeclaringClass()
          .equals(Disturbance.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(kind + " is no disturbance", e);
    }
  }

  /** The same on some of its occasions only. */
  default Disturbance on(Occasions occasions) {
    return new Occasional(this, occasions);
  }
}
