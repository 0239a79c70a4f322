package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.http.Api;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.session.Admission;
import dev.broadcasttck.mock.session.Line;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A named way in which one server misbehaves, and how often it has done so. */
public final class Fault {
  private final String name;
  private final Set<String> violates;
  private final Disturbance disturbance;
  private final AtomicLong activations = new AtomicLong();

  public Fault(String name, Set<String> violates, Disturbance disturbance) {
    this.name = name;
    this.violates = Set.copyOf(violates);
    this.disturbance = disturbance;
  }

  public String name() {
    return name;
  }

  /** The ids of the rules that it breaks. */
  public Set<String> violates() {
    return violates;
  }

  /** How often something went otherwise than it should have; readable from any thread. */
  public long activations() {
    return activations.get();
  }

  /** The same hub, disturbed. */
  public Hub disturb(Hub hub) {
    return new DisturbedHub(hub, this);
  }

  /** The same line, disturbed. */
  public Line disturb(Line line) {
    return new DisturbedLine(line, this);
  }

  /** The same admission, disturbed. */
  public Admission disturb(Admission admission) {
    return (topic, payload) -> {
      Admission.Decision right = admission.decide(topic, payload);
      return noting(right, disturbance.admitting(topic, right));
    };
  }

  /** The same API, disturbed. */
  public Api disturb(Api api) {
    return request -> {
      var right = api.answer(request);
      return noting(right, disturbance.answering(request, right));
    };
  }

  Disturbance disturbance() {
    return disturbance;
  }

  /** Counts where what is done is not what was right, and gives it back. */
  <T> T noting(T right, T done) {
    if (!right.equals(done)) {
      activations.incrementAndGet();
    }
    return done;
  }

  <T> List<T> noting(T right, List<T> done) {
    return noting(List.of(right), done);
  }

  @Override
  public String toString() {
    return name;
  }
}
