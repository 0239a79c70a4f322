package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.message.PayloadLimit;
import dev.broadcasttck.mock.project.Policy;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.token.TokenOffice;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A project whose sessions are played by scripts of what they receive. */
public final class Stage {
  private final TokenOffice tokens =
      new TokenOffice("secret", Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));
  private final Project project;

  public Stage() {
    this(Policy.OPEN, new PayloadLimit(1), new TopicHub());
  }

  public Stage(Policy policy, PayloadLimit limit, Hub hub) {
    this.project = new Project(tokens, policy, limit, hub);
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
      Line line = new EncodingLine(version, frame -> received.add(frame.toString()));
      this.session = new Session(version, project, new ProjectAdmission(project, key()), line);
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
