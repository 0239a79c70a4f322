package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Admission.Decision;

/**
 * A disturbance on some of its occasions only. An occasion is one on which it would do otherwise
 * than right.
 */
record Rhythmic(Disturbance disturbance, Rhythm rhythm) implements Disturbance {
  @Override
  public Course<Publication> publishing(Publication publication) {
    return choose(Course.of(publication), disturbance.publishing(publication));
  }

  @Override
  public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
    return choose(Course.of(broadcast), disturbance.delivering(broadcast, hearer));
  }

  @Override
  public Course<Broadcast> overhearing(Broadcast broadcast, Hearer hearer) {
    return choose(Course.nothing(), disturbance.overhearing(broadcast, hearer));
  }

  @Override
  public Course<ServerMessage> replying(Push to, ServerMessage reply) {
    return choose(Course.of(reply), disturbance.replying(to, reply));
  }

  @Override
  public Course<ServerMessage> withholding(Push to, ServerMessage reply) {
    return choose(Course.nothing(), disturbance.withholding(to, reply));
  }

  @Override
  public Course<ServerMessage> pushing(ServerMessage message) {
    return choose(Course.of(message), disturbance.pushing(message));
  }

  @Override
  public Course<Frame> writing(Frame frame) {
    return choose(Course.of(frame), disturbance.writing(frame));
  }

  @Override
  public Decision admitting(String topic, Decision decision) {
    return choose(decision, disturbance.admitting(topic, decision));
  }

  @Override
  public Answer answering(Request request, Answer answer) {
    return choose(answer, disturbance.answering(request, answer));
  }

  private <T> T choose(T right, T done) {
    return right.equals(done) || rhythm.strikes() ? done : right;
  }
}
