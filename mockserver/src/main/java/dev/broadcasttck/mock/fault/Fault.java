package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.fault.Course.Act;
import dev.broadcasttck.mock.http.Api;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.session.Admission;
import dev.broadcasttck.mock.session.Ear;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.time.Timers;
import dev.broadcasttck.mock.token.Review;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.wire.Blow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A named way in which one server misbehaves, and how often it has done so. */
public final class Fault {
  private final String name;
  private final Set<String> violates;
  private final Disturbance disturbance;
  private final AtomicLong activations = new AtomicLong();

  /**
   * A fault of one server, which counts for itself.
   *
   * @param name in capitals
   * @param violates the ids of the rules that it breaks, such as {@code SELF-1}
   * @param disturbance what it does, {@link Points} has one for each point of a server
   */
  public Fault(String name, Set<String> violates, Disturbance disturbance) {
    this.name = name;
    this.violates = Set.copyOf(violates);
    this.disturbance = disturbance;
  }

  /** What it is called, in capitals. */
  public String name() {
    return name;
  }

  /** The ids of the rules that it breaks. */
  public Set<String> violates() {
    return violates;
  }

  /** Whether it is built into a project, so that it has to be there from the start. */
  public boolean isBuiltIn() {
    return !disturbance.settling(ProjectSettings.DEFAULT).equals(ProjectSettings.DEFAULT);
  }

  /** The names of the server's points at which it does something. */
  public Set<String> points() {
    return Disturbance.points(disturbance);
  }

  /** How often something went otherwise than it should have; readable from any thread. */
  public long activations() {
    return activations.get();
  }

  /** The same hub, disturbed. */
  public Hub disturb(Hub hub, Timers timers) {
    return new DisturbedHub(hub, this, timers);
  }

  /** The same line, disturbed. */
  public Line disturb(Line line, Timers timers) {
    return new DisturbedLine(line, this, new Way(timers));
  }

  /** The same socket, disturbed. */
  public Outlet disturb(Outlet socket, Timers timers) {
    return new DisturbedOutlet(socket, this, new Way(timers));
  }

  /** The same admission to a project of such limits, disturbed. */
  public Admission disturb(Admission admission, Limits limits) {
    return (topic, payload) -> {
      Admission.Decision right = admission.decide(topic, payload);
      return noting(right, disturbance.admitting(topic, limits, right));
    };
  }

  /** The same API, disturbed. */
  public Api disturb(Api api) {
    return request -> {
      var right = api.answer(request);
      return noting(right, disturbance.answering(request, right));
    };
  }

  /**
   * The same ear, disturbed.
   *
   * @param socket by which it hears
   */
  public Ear disturb(Ear ear, Outlet socket) {
    return new DisturbedEar(ear, socket, this);
  }

  /** What is done to a connection in place of answering the client's close frame. */
  Optional<Blow> parting(int code) {
    return noting(Optional.empty(), disturbance.parting(code));
  }

  /** What the server takes a request for. */
  public Request read(Request request) {
    return noting(request, disturbance.reading(request));
  }

  /** The same answer to a request for a socket, disturbed. */
  public Handshake disturb(Request request, Handshake handshake) {
    return noting(handshake, disturbance.opening(request, handshake));
  }

  /** The same settings, disturbed. */
  public ProjectSettings disturb(ProjectSettings settings) {
    return noting(settings, disturbance.settling(settings));
  }

  /** The same review of tokens, disturbed. */
  public Review disturb(Review review) {
    return (text, examined) -> {
      Token right = review.of(text, examined);
      return noting(right, disturbance.examining(text, right));
    };
  }

  /**
   * The project that a request is for.
   *
   * @param usual stands behind a host that names none
   */
  public Optional<Project> locate(Optional<Project> project, Project usual) {
    return noting(project, disturbance.locating(project, usual));
  }

  /** With what a socket is ended, if it is. */
  public Optional<Integer> closing(int code) {
    return noting(Optional.of(code), disturbance.closing(code));
  }

  /** The same on some of its occasions only, and not active yet. */
  public Fault on(Occasions occasions) {
    return new Fault(name, violates, disturbance.on(occasions));
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

  /** Does what is to be done, in its time. */
  <T> void follow(Course<T> right, Course<T> done, Way way, Consumer<T> doing) {
    tryToFollow(
        right,
        done,
        way,
        what -> {
          doing.accept(what);
          return true;
        });
  }

  /**
   * Does what can still be done of it when its time has come. What is right but late counts at
   * once; any other that is not right with its first act that is not, so that what never came to be
   * is not counted.
   *
   * @param doing says whether it could be done
   */
  <T> void tryToFollow(Course<T> right, Course<T> done, Way way, Predicate<T> doing) {
    boolean countsNow = done.acts().isEmpty() || isLate(right, done);
    if (countsNow) {
      noting(right, done);
    }
    int wrong = countsNow ? -1 : firstWrong(right.acts(), done.acts());
    for (int i = 0; i < done.acts().size(); i++) {
      Act<T> act = done.acts().get(i);
      boolean counts = i == wrong;
      way.go(act.timing(), () -> act(act.what(), counts, doing));
    }
  }

  /** Counted first: whoever sees what is done, and then looks, is to find it counted. */
  private <T> void act(T what, boolean counts, Predicate<T> doing) {
    if (counts) {
      activations.incrementAndGet();
    }
    if (!doing.test(what) && counts) {
      activations.decrementAndGet();
    }
  }

  /** No index of an act where all that is done is right. */
  private static <T> int firstWrong(List<Act<T>> right, List<Act<T>> done) {
    int same = 0;
    while (same < Math.min(right.size(), done.size()) && right.get(same).equals(done.get(same))) {
      same++;
    }
    return same;
  }

  private static <T> boolean isLate(Course<T> right, Course<T> done) {
    return !right.acts().isEmpty()
        && right.acts().get(0).what().equals(done.acts().get(0).what())
        && !right.acts().get(0).equals(done.acts().get(0));
  }

  @Override
  public String toString() {
    return name;
  }
}
