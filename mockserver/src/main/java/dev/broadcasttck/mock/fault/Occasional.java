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
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A disturbance on some of its occasions only. An occasion is one on which it would do otherwise
 * than right.
 */
record Occasional(Disturbance disturbance, Occasions occasions) implements Disturbance {
  @Override
  public Disturbance always() {
    return disturbance.always();
  }

  @Override
  public Course<Publication> publishing(Publication publication) {
    return choose(
        () -> Subject.of(publication.broadcast()),
        Course.of(publication),
        disturbance.publishing(publication));
  }

  @Override
  public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
    return choose(
        () -> Subject.of(broadcast),
        Course.of(broadcast),
        disturbance.delivering(broadcast, hearer));
  }

  @Override
  public Course<Broadcast> overhearing(Broadcast broadcast, Hearer hearer) {
    return choose(
        () -> Subject.of(broadcast), Course.nothing(), disturbance.overhearing(broadcast, hearer));
  }

  @Override
  public Course<ServerMessage> replying(Push to, ServerMessage reply) {
    return choose(() -> Subject.of(to), Course.of(reply), disturbance.replying(to, reply));
  }

  @Override
  public Course<ServerMessage> withholding(Push to, ServerMessage reply) {
    return choose(() -> Subject.of(to), Course.nothing(), disturbance.withholding(to, reply));
  }

  @Override
  public Course<ServerMessage> pushing(ServerMessage message) {
    return choose(() -> Subject.of(message), Course.of(message), disturbance.pushing(message));
  }

  @Override
  public Course<Frame> writing(Frame frame) {
    return choose(() -> Subject.of(frame), Course.of(frame), disturbance.writing(frame));
  }

  @Override
  public Decision admitting(String topic, Limits limits, Decision decision) {
    return choose(
        () -> Subject.of(topic, "phx_join"),
        decision,
        disturbance.admitting(topic, limits, decision));
  }

  @Override
  public Answer answering(Request request, Answer answer) {
    return choose(() -> Subject.of(request), answer, disturbance.answering(request, answer));
  }

  @Override
  public Optional<Push> hearing(Push push) {
    return choose(() -> Subject.of(push), Optional.of(push), disturbance.hearing(push));
  }

  @Override
  public Optional<Blow> striking(Push push) {
    return choose(() -> Subject.of(push), Optional.empty(), disturbance.striking(push));
  }

  @Override
  public Optional<Blow> parting(int code) {
    return choose(() -> Subject.UNKNOWN, Optional.empty(), disturbance.parting(code));
  }

  @Override
  public Optional<Integer> stumbling(Frame frame) {
    return choose(() -> Subject.UNKNOWN, Optional.empty(), disturbance.stumbling(frame));
  }

  @Override
  public boolean leaving(Room room) {
    return choose(() -> Subject.of(room.topic(), "phx_leave"), true, disturbance.leaving(room));
  }

  @Override
  public Request reading(Request request) {
    return choose(() -> Subject.of(request), request, disturbance.reading(request));
  }

  @Override
  public Handshake opening(Request request, Handshake handshake) {
    return choose(() -> Subject.UNKNOWN, handshake, disturbance.opening(request, handshake));
  }

  @Override
  public Optional<Integer> closing(int code) {
    return choose(() -> Subject.UNKNOWN, Optional.of(code), disturbance.closing(code));
  }

  @Override
  public ProjectSettings settling(ProjectSettings settings) {
    return choose(() -> Subject.UNKNOWN, settings, disturbance.settling(settings));
  }

  @Override
  public Optional<Bytes> ponging(Bytes ping) {
    return choose(() -> Subject.UNKNOWN, Optional.of(ping), disturbance.ponging(ping));
  }

  @Override
  public int farewell(int code) {
    return choose(() -> Subject.UNKNOWN, code, disturbance.farewell(code));
  }

  @Override
  public int objecting(int code) {
    return choose(() -> Subject.UNKNOWN, code, disturbance.objecting(code));
  }

  @Override
  public boolean waiting() {
    return choose(() -> Subject.UNKNOWN, true, disturbance.waiting());
  }

  @Override
  public boolean heeding() {
    return choose(() -> Subject.UNKNOWN, true, disturbance.heeding());
  }

  @Override
  public Token examining(String text, Token token) {
    return choose(() -> Subject.UNKNOWN, token, disturbance.examining(text, token));
  }

  @Override
  public Optional<Project> locating(Optional<Project> project, Project usual) {
    return choose(() -> Subject.UNKNOWN, project, disturbance.locating(project, usual));
  }

  @Override
  public void ended() {
    disturbance.ended();
  }

  private <T> T choose(Supplier<Subject> about, T right, T done) {
    return right.equals(done) || occasions.include(about) ? done : right;
  }
}
