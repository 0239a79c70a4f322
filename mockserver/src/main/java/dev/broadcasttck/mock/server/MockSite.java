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
import dev.broadcasttck.mock.session.Admission;
import dev.broadcasttck.mock.session.EncodingLine;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.session.ProjectAdmission;
import dev.broadcasttck.mock.session.Session;
import dev.broadcasttck.mock.time.Timers;
import java.util.List;
import java.util.Optional;

/** Projects behind a port, with the faults that were asked for put in front of their parts. */
final class MockSite implements Site {
  private final Projects projects;
  private final Profile profile;
  private final List<Fault> faults;
  private final Timers timers;
  private final boolean older;

  /**
   * @param timers of the faults
   */
  MockSite(Projects projects, Profile profile, List<Fault> faults, Timers timers, boolean older) {
    this.projects = projects;
    this.profile = profile;
    this.faults = faults;
    this.timers = timers;
    this.older = older;
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
  public Answer answer(Request request) {
    return isThere(request) ? api(projects.of(request)).answer(request) : RestApi.notFound();
  }

  @Override
  public Handshake judge(Request request) {
    return Handshake.judge(request, projects.of(request));
  }

  @Override
  public Session open(Handshake.Accepted accepted, Outlet socket) {
    Project project = accepted.project();
    Outlet outlet = socket;
    for (Fault fault : faults) {
      outlet = fault.disturb(outlet, timers);
    }
    Line line = new EncodingLine(accepted.version(), outlet);
    Admission admission = new ProjectAdmission(project, accepted.key());
    for (Fault fault : faults) {
      line = fault.disturb(line, timers);
      admission = fault.disturb(admission);
    }
    return new Session(accepted.version(), project, admission, line);
  }

  @Override
  public Profile profile() {
    return profile;
  }
}
