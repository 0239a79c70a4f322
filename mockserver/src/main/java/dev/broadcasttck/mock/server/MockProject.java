package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.netty.MockPort;
import dev.broadcasttck.mock.project.Project;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * One project of a running mock, with what can be done in it from behind. Every method may be
 * called from any thread, and comes back when it is done.
 */
public final class MockProject {
  private final Project project;
  private final MockPort port;

  MockProject(Project project, MockPort port) {
    this.project = project;
    this.port = port;
  }

  /** A token of a role; one whose lifetime is negative has expired already. */
  public String token(String role, Duration lifetime) {
    return project.tokens().issue(role, lifetime);
  }

  /**
   * Sends a message as the database does, which keeps it for those who want it replayed.
   *
   * @param topic without {@code realtime:}
   * @param payload a JSON object; gets an id where it has none
   * @throws IllegalArgumentException where the payload is something else
   */
  public void sendAsDatabase(String topic, String event, String payload, boolean isPrivate) {
    ObjectNode object = object(payload);
    run(p -> p.database().send(Room.named(topic, isPrivate), event, object));
  }

  /** Likewise, with a payload that is no JSON. */
  public void sendAsDatabase(String topic, String event, byte[] payload, boolean isPrivate) {
    Bytes bytes = Bytes.of(payload.clone());
    run(p -> p.database().send(Room.named(topic, isPrivate), event, bytes));
  }

  /** Has the database ready for subscriptions, where the profile lets the first one wait. */
  public void connectDatabase() {
    run(p -> p.database().connect());
  }

  /** Ends all sockets as an operator does: each channel is told, then the socket closes: 1012. */
  public void disconnectAll() {
    run(p -> p.crowd().disconnectAll());
  }

  private void run(Consumer<Project> task) {
    port.run(() -> task.accept(project));
  }

  private static ObjectNode object(String json) {
    try {
      if (Json.read(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
    throw new IllegalArgumentException("not a JSON object: " + json);
  }
}
