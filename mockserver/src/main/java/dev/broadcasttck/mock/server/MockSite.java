package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.fault.Board;
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
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Projects behind a port, with the faults that were asked for put in front of their parts. */
final class MockSite implements Site {
  private final Projects projects;
  private final Profile profile;
  private final Board board;
  private final Timers timers;
  private final boolean older;
  private final Optional<Script> script;
  private final OpaqueKeys keys;
  private final Optional<AdminApi> admin;

  /**
   * @param timers of the faults
   */
  MockSite(
      Projects projects,
      Profile profile,
      Board board,
      Timers timers,
      boolean older,
      Optional<Script> script,
      OpaqueKeys keys,
      Optional<AdminApi> admin) {
    this.projects = projects;
    this.profile = profile;
    this.board = board;
    this.timers = timers;
    this.older = older;
    this.script = script;
    this.keys = keys;
    this.admin = admin;
  }

  private Api api(Optional<Project> project) {
    Api api = board.api(new RestApi(project, older));
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
    return board.disturb(
        Handshake.judge(keys.resolve(read), project(read)),
        (fault, handshake) -> fault.disturb(read, handshake));
  }

  private Optional<Project> project(Request request) {
    return board.disturb(
        projects.of(request), (fault, project) -> fault.locate(project, projects.usual()));
  }

  private Request read(Request request) {
    return board.disturb(request, Fault::read);
  }

  @Override
  public Conversation open(Knock knock, Handshake.Accepted accepted, Outlet socket) {
    return script
        .<Conversation>map(
            it ->
                LiveSocket.open(
                    it, knock, accepted, socket, live -> session(accepted, live, live::line)))
        .orElseGet(() -> session(accepted, socket, UnaryOperator.identity()));
  }

  private Conversation session(
      Handshake.Accepted accepted, Outlet socket, UnaryOperator<Line> prompted) {
    Project project = accepted.project();
    Outlet outlet = board.outlet(socket, timers);
    Line line = prompted.apply(new EncodingLine(accepted.version(), outlet));
    Admission admission =
        board.admission(new ProjectAdmission(project, accepted.key()), project.limits());
    Session session =
        new Session(
            accepted.version(),
            project,
            admission,
            board.line(line, timers),
            board.ear(Ear.GOOD, socket));
    return board.conversation(session, socket);
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public Optional<AdminApi> admin() {
    return admin;
  }
}
