package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Api;
import dev.broadcasttck.mock.http.Cors;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.http.RestApi;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.message.PayloadLimit;
import dev.broadcasttck.mock.netty.Site;
import dev.broadcasttck.mock.project.Policy;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.session.Admission;
import dev.broadcasttck.mock.session.EncodingLine;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.ProjectAdmission;
import dev.broadcasttck.mock.session.Session;
import dev.broadcasttck.mock.token.TokenOffice;
import java.util.List;
import java.util.function.Consumer;

/** One project behind a port, with the faults that were asked for put in front of its parts. */
final class MockSite implements Site {
  private final Project project;
  private final List<Fault> faults;
  private final Api api;

  MockSite(TokenOffice tokens, PayloadLimit limit, List<Fault> faults, boolean older) {
    this.project = new Project(tokens, Policy.OPEN, limit, hub(faults));
    this.faults = faults;
    this.api = new Cors(api(project, faults, older));
  }

  private static Hub hub(List<Fault> faults) {
    Hub hub = new TopicHub();
    for (Fault fault : faults) {
      hub = fault.disturb(hub);
    }
    return hub;
  }

  private static Api api(Project project, List<Fault> faults, boolean older) {
    Api api = new RestApi(project, older);
    for (Fault fault : faults) {
      api = fault.disturb(api);
    }
    return api;
  }

  @Override
  public Answer answer(Request request) {
    return api.answer(request);
  }

  @Override
  public Handshake judge(Request request) {
    return Handshake.judge(request, project.tokens());
  }

  @Override
  public Session open(Handshake.Accepted accepted, Consumer<Frame> socket) {
    Line line = new EncodingLine(accepted.version(), socket);
    Admission admission = new ProjectAdmission(project, accepted.key());
    for (Fault fault : faults) {
      line = fault.disturb(line);
      admission = fault.disturb(admission);
    }
    return new Session(accepted.version(), project, admission, line);
  }
}
