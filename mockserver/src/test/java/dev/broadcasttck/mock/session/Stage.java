package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.message.PayloadLimit;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.Policy;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.time.Timeline;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.token.TokenOffice;
import dev.broadcasttck.mock.wire.Blow;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A project whose sessions are played by scripts of what they receive. */
public final class Stage {
  private final MovableClock clock =
      new MovableClock(Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));
  private final Timeline timeline = new Timeline(clock, delay -> {});
  private final TokenOffice tokens = new TokenOffice("secret", clock);
  private final Project project;

  public Stage() {
    this(Policy.OPEN, new PayloadLimit(1), new TopicHub());
  }

  public Stage(Policy policy, PayloadLimit limit, Hub hub) {
    this(
        ProjectSettings.DEFAULT
            .withPolicy(policy)
            .withLimits(Limits.NONE.withPayloadKilobytes(limit.kilobytes())),
        Profile.PLAIN,
        hub);
  }

  public Stage(ProjectSettings settings, Profile profile, Hub hub) {
    this.project = Project.open(settings, profile, tokens, hub, timeline);
  }

  /** Lets time pass. */
  public void advance(Duration way) {
    timeline.advance(way);
  }

  public Project project() {
    return project;
  }

  public String token(String role, Duration lifetime) {
    return tokens.issue(role, lifetime);
  }

  public Token.Valid key() {
    return (Token.Valid) tokens.examine(token("anon", Duration.ofHours(1)));
  }

  public Script version1() {
    return new Script(ProtocolVersion.V1);
  }

  public Script version2() {
    return new Script(ProtocolVersion.V2);
  }

  /** One socket: what it sends, and what it has received since it was last asked. */
  public final class Script {
    private final List<String> received = new ArrayList<>();
    private final Session session;

    private Script(ProtocolVersion version) {
      Line line = new EncodingLine(version, socket());
      this.session =
          new Session(version, project, new ProjectAdmission(project, key()), line, Ear.GOOD);
    }

    private Outlet socket() {
      return new Outlet() {
        @Override
        public void write(Frame frame) {
          received.add(frame.toString());
        }

        @Override
        public void strike(Blow blow) {
          received.add("struck: " + blow);
        }

        @Override
        public void close(int code) {
          received.add("closed " + code);
        }

        @Override
        public void cut() {
          received.add("cut");
        }
      };
    }

    public Script sends(String text) {
      session.receive(Frame.text(text));
      return this;
    }

    public Script sends(Frame frame) {
      session.receive(frame);
      return this;
    }

    /** Joins without a look at the answer: version 2, join_ref and ref as given. */
    public Script joins(String refs, String topic, String config) {
      sends("[" + refs + ",\"" + topic + "\",\"phx_join\",{\"config\":" + config + "}]");
      received.clear();
      return this;
    }

    public void ends() {
      session.end();
    }

    public List<String> received() {
      List<String> all = List.copyOf(received);
      received.clear();
      return all;
    }
  }
}
