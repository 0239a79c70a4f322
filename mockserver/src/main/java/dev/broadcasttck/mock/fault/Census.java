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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Does everything right, and asks many faults what they would have done: who would have shown. */
public final class Census implements Disturbance {
  private final Map<String, Disturbance> asked;
  private final Set<String> shown = ConcurrentHashMap.newKeySet();

  /** Of faults that serve nowhere else. */
  public Census(List<Fault> faults) {
    this.asked = faults.stream().collect(Collectors.toMap(Fault::name, Fault::disturbance));
  }

  /** The names of the faults that would have done otherwise than right so far. */
  public Set<String> shown() {
    return Set.copyOf(shown);
  }

  private <T> T ask(T right, Function<Disturbance, T> question) {
    asked.forEach(
        (name, disturbance) -> {
          if (!question.apply(disturbance).equals(right)) {
            shown.add(name);
          }
        });
    return right;
  }

  @Override
  public Course<Publication> publishing(Publication publication) {
    return ask(Course.of(publication), it -> it.publishing(publication));
  }

  @Override
  public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
    return ask(Course.of(broadcast), it -> it.delivering(broadcast, hearer));
  }

  @Override
  public Course<Broadcast> overhearing(Broadcast broadcast, Hearer hearer) {
    return ask(Course.nothing(), it -> it.overhearing(broadcast, hearer));
  }

  @Override
  public Course<ServerMessage> replying(Push to, ServerMessage reply) {
    return ask(Course.of(reply), it -> it.replying(to, reply));
  }

  @Override
  public Course<ServerMessage> withholding(Push to, ServerMessage reply) {
    return ask(Course.nothing(), it -> it.withholding(to, reply));
  }

  @Override
  public Course<ServerMessage> pushing(ServerMessage message) {
    return ask(Course.of(message), it -> it.pushing(message));
  }

  @Override
  public Course<Frame> writing(Frame frame) {
    return ask(Course.of(frame), it -> it.writing(frame));
  }

  @Override
  public Decision admitting(String topic, Limits limits, Decision decision) {
    return ask(decision, it -> it.admitting(topic, limits, decision));
  }

  @Override
  public Answer answering(Request request, Answer answer) {
    return ask(answer, it -> it.answering(request, answer));
  }

  @Override
  public Optional<Push> hearing(Push push) {
    return ask(Optional.of(push), it -> it.hearing(push));
  }

  @Override
  public Optional<Integer> stumbling(Frame frame) {
    return ask(Optional.empty(), it -> it.stumbling(frame));
  }

  @Override
  public Optional<Bytes> ponging(Bytes ping) {
    return ask(Optional.of(ping), it -> it.ponging(ping));
  }

  @Override
  public int farewell(int code) {
    return ask(code, it -> it.farewell(code));
  }

  @Override
  public int objecting(int code) {
    return ask(code, it -> it.objecting(code));
  }

  @Override
  public boolean waiting() {
    return ask(true, Disturbance::waiting);
  }

  @Override
  public boolean heeding() {
    return ask(true, Disturbance::heeding);
  }

  @Override
  public void ended() {
    asked.values().forEach(Disturbance::ended);
  }

  @Override
  public Token examining(String text, Token token) {
    return ask(token, it -> it.examining(text, token));
  }

  @Override
  public Optional<Project> locating(Optional<Project> project, Project usual) {
    return ask(project, it -> it.locating(project, usual));
  }

  @Override
  public boolean leaving(Room room) {
    return ask(true, it -> it.leaving(room));
  }

  @Override
  public Request reading(Request request) {
    return ask(request, it -> it.reading(request));
  }

  @Override
  public Handshake opening(Request request, Handshake handshake) {
    return ask(handshake, it -> it.opening(request, handshake));
  }

  @Override
  public Optional<Integer> closing(int code) {
    return ask(Optional.of(code), it -> it.closing(code));
  }

  @Override
  public ProjectSettings settling(ProjectSettings settings) {
    return ask(settings, it -> it.settling(settings));
  }
}
