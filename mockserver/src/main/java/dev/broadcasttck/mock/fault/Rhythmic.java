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
import java.util.Optional;

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
  public Decision admitting(String topic, Limits limits, Decision decision) {
    return choose(decision, disturbance.admitting(topic, limits, decision));
  }

  @Override
  public Answer answering(Request request, Answer answer) {
    return choose(answer, disturbance.answering(request, answer));
  }

  @Override
  public Optional<Push> hearing(Push push) {
    return choose(Optional.of(push), disturbance.hearing(push));
  }

  @Override
  public Optional<Integer> stumbling(Frame frame) {
    return choose(Optional.empty(), disturbance.stumbling(frame));
  }

  @Override
  public boolean leaving(Room room) {
    return choose(true, disturbance.leaving(room));
  }

  @Override
  public Request reading(Request request) {
    return choose(request, disturbance.reading(request));
  }

  @Override
  public Handshake opening(Request request, Handshake handshake) {
    return choose(handshake, disturbance.opening(request, handshake));
  }

  @Override
  public Optional<Integer> closing(int code) {
    return choose(Optional.of(code), disturbance.closing(code));
  }

  @Override
  public ProjectSettings settling(ProjectSettings settings) {
    return choose(settings, disturbance.settling(settings));
  }

  @Override
  public Optional<Bytes> ponging(Bytes ping) {
    return choose(Optional.of(ping), disturbance.ponging(ping));
  }

  @Override
  public int parting(int code) {
    return choose(code, disturbance.parting(code));
  }

  @Override
  public int objecting(int code) {
    return choose(code, disturbance.objecting(code));
  }

  @Override
  public boolean waiting() {
    return choose(true, disturbance.waiting());
  }

  @Override
  public boolean heeding() {
    return choose(true, disturbance.heeding());
  }

  @Override
  public void ended() {
    disturbance.ended();
  }

  @Override
  public Token examining(String text, Token token) {
    return choose(token, disturbance.examining(text, token));
  }

  @Override
  public Optional<Project> locating(Optional<Project> project, Project usual) {
    return choose(project, disturbance.locating(project, usual));
  }

  private <T> T choose(T right, T done) {
    return right.equals(done) || rhythm.strikes() ? done : right;
  }
}
