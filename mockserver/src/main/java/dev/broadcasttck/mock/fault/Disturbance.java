package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Admission.Decision;
import java.util.List;

/**
 * What a fault does at each of the server's named points. Each point gets what an obedient server
 * would do and says what is done instead; what it does not touch it gives back as it is.
 */
public interface Disturbance {
  /** A broadcast is handed to the hub: none, one or several go on. */
  default List<Publication> publishing(Publication publication) {
    return List.of(publication);
  }

  /** A broadcast is handed to one of its receivers. */
  default List<Broadcast> delivering(Broadcast broadcast) {
    return List.of(broadcast);
  }

  /** A push is replied to. */
  default List<ServerMessage> replying(Push to, ServerMessage reply) {
    return List.of(reply);
  }

  /** The server says something about a channel: phx_close, phx_error, system and the like. */
  default List<ServerMessage> pushing(ServerMessage message) {
    return List.of(message);
  }

  /** A join is decided on. */
  default Decision admitting(String topic, Decision decision) {
    return decision;
  }

  /** An HTTP request is answered. */
  default Answer answering(Request request, Answer answer) {
    return answer;
  }
}
