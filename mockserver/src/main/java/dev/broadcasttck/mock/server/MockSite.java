package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Api;
import dev.broadcasttck.mock.http.Cors;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.OperatorApi;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.http.RestApi;
import dev.broadcasttck.mock.netty.Site;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.script.Knock;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.script.Reception;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.script.Treatment;
import dev.broadcasttck.mock.session.Admission;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.session.Ear;
import dev.broadcasttck.mock.session.EncodingLine;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.session.ProjectAdmission;
import dev.broadcasttck.mock.session.Session;
import dev.broadcasttck.mock.time.Timers;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Projects behind a port, with the faults that were asked for put in front of their parts. */
final class MockSite implements Site {
  private final Projects projects;
  private final Profile profile;
  private final List<Fault> faults;
  private final Timers timers;
  private final boolean older;
  private final Optional<Script> script;
  private final OpaqueKeys keys;

  /**
   * @param timers of the faults
   */
  MockSite(
      Projects projects,
      Profile profile,
      List<Fault> faults,
      Timers timers,
      boolean older,
      Optional<Script> script,
      OpaqueKeys keys) {
    this.projects = projects;
    this.profile = profile;
    this.faults = faults;
    this.timers = timers;
    this.older = older;
    this.script = script;
    this.keys = keys;
  }

  private Api api(Optional<Project> project) {
    Api api = new RestApi(project, older);
    for (Fault fault : faults) {
      api = fault.disturb(api);
    }
    return new Cors(new OperatorApi(api, projects::named));
  }

  @Override
  public boolean isForSocket(Request request) {
    return isThere(request) && Handshake.isFor(request);
  }

  /** Without a gateway, its paths lead nowhere (recording 18_http_and_longpoll). */
  private boolean isThere(Request request) {
    return !profile.bare() || !request.isForGateway();
  }

  @Override
  public Reception<Answer> answer(Request request) {
    return script
        .map(it -> it.receive(request, () -> obediently(request)))
        .orElseGet(() -> new Reception<>(Treatment.SERVED, Optional.of(obediently(request))));
  }

  private Answer obediently(Request request) {
    return isThere(request)
        ? api(project(request)).answer(keys.resolve(read(request)))
        : RestApi.notFound();
  }

  @Override
  public Knock judge(Request request) {
    return script
        .map(it -> it.knock(request, () -> handshake(request)))
        .orElseGet(
            () ->
                new Knock(
                    0,
                    request,
                    new Reception<>(Treatment.SERVED, Optional.of(handshake(request)))));
  }

  private Handshake handshake(Request request) {
    Request read = read(request);
    Handshake handshake = Handshake.judge(keys.resolve(read), project(read));
    for (Fault fault : faults) {
      handshake = fault.disturb(read, handshake);
    }
    return handshake;
  }

  private Optional<Project> project(Request request) {
    Optional<Project> project = projects.of(request);
    for (Fault fault : faults) {
      project = fault.locate(project, projects.usual());
    }
    return project;
  }

  private Request read(Request request) {
    Request read = request;
    for (Fault fault : faults) {
      read = fault.read(read);
    }
    return read;
  }

  private Ear ear() {
    Ear ear = Ear.GOOD;
    for (Fault fault : faults) {
      ear = fault.disturb(ear);
    }
    return ear;
  }

  @Override
  public Conversation open(Knock knock, Handshake.Accepted accepted, Outlet socket) {
    return script
        .<Conversation>map(
            it ->
                LiveSocket.open(
                    it,
                    knock,
                    accepted.version(),
                    socket,
                    live -> session(accepted, live, live::line)))
        .orElseGet(() -> session(accepted, socket, UnaryOperator.identity()));
  }

  private Session session(
      Handshake.Accepted accepted, Outlet socket, UnaryOperator<Line> prompted) {
    Project project = accepted.project();
    Outlet outlet = socket;
    for (Fault fault : faults) {
      outlet = fault.disturb(outlet, timers);
    }
    Line line = prompted.apply(new EncodingLine(accepted.version(), outlet));
    Admission admission = new ProjectAdmission(project, accepted.key());
    for (Fault fault : faults) {
      line = fault.disturb(line, timers);
      admission = fault.disturb(admission, project.limits());
    }
    return new Session(accepted.version(), project, admission, line, ear());
  }

  @Override
  public Profile profile() {
    return profile;
  }
}
