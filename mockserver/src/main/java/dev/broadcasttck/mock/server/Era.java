package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.critic.Gallery;
import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.netty.MockPort;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.Retention;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.token.TokenOffice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All that a mock forgets when it begins again. */
record Era(
    Projects projects,
    Optional<Script> script,
    Optional<Gallery> gallery,
    OpaqueKeys opaqueKeys,
    Board board,
    MockSite site) {

  /** The beginning of a mock after that plan. */
  static Era begin(Plan plan, MovableClock clock, MockPort port, Optional<AdminApi> admin) {
    Board board = new Board(plan.faults);
    Projects projects = new Opening(plan, board, clock, port).projects();
    Optional<Script> script =
        plan.scripted || plan.guard.isPresent()
            ? Optional.of(script(plan, clock, port))
            : Optional.empty();
    OpaqueKeys keys = new OpaqueKeys();
    MockSite site =
        new MockSite(
            projects,
            plan.profile,
            board,
            port.worldTimers(),
            plan.olderServer,
            script,
            keys,
            admin);
    return new Era(projects, script, gallery(plan, script), keys, board, site);
  }

  private static Script script(Plan plan, MovableClock clock, MockPort port) {
    Retention retention = plan.scripted ? Retention.EVERYTHING : Retention.RECENT;
    return new Script(new Journal(clock, retention), port.timers());
  }

  private static Optional<Gallery> gallery(Plan plan, Optional<Script> script) {
    return plan.guard
        .flatMap(it -> plan.critic)
        .flatMap(it -> script.map(told -> Gallery.open(told.journal(), it)));
  }

  /** The projects, each with its own hub and limits. */
  private record Opening(Plan plan, Board board, MovableClock clock, MockPort port) {
    Projects projects() {
      Map<String, Project> others = new LinkedHashMap<>();
      plan.others.forEach(
          (name, settings) ->
              others.put(name, project(settings, plan.secrets.getOrDefault(name, plan.jwtSecret))));
      return new Projects(project(plan.usual, plan.jwtSecret), others);
    }

    private Project project(ProjectSettings asked, String secret) {
      Hub hub = board.hub(TopicHub::new, port.worldTimers());
      ProjectSettings settings = board.disturb(asked, Fault::disturb);
      TokenOffice tokens = new TokenOffice(secret, clock, board.review());
      return Project.open(settings, plan.profile, tokens, hub, port.timers());
    }
  }
}
