package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in for a project's database; for one thread. */
public final class Database {
  private static final int KEPT = 10_000;

  private final Optional<Set<String>> tables;
  private final Profile profile;
  private final Hub hub;
  private final Meter events;
  private final Timers timers;
  private final List<StoredMessage> messages = new ArrayList<>();
  private Optional<Instant> answersFrom = Optional.empty();

  Database(Optional<Set<String>> tables, Profile profile, Hub hub, Meter events, Timers timers) {
    this.tables = tables;
    this.profile = profile;
    this.hub = hub;
    this.events = events;
    this.timers = timers;
  }

  /** Sends a message as {@code realtime.send} does, which puts an id into it where it has none. */
  public void send(Room room, String event, ObjectNode payload) {
    String id = UUID.randomUUID().toString();
    ObjectNode named = payload.deepCopy();
    if (!named.has("id")) {
      named.put("id", id);
    }
    publish(new StoredMessage(room, timers.now(), id, event, true, DatabaseJson.write(named)));
  }

  /** Likewise, as {@code realtime.send_binary} does. */
  public void send(Room room, String event, Bytes payload) {
    String id = UUID.randomUUID().toString();
    publish(new StoredMessage(room, timers.now(), id, event, false, payload));
  }

  private void publish(StoredMessage message) {
    if (messages.size() == KEPT) {
      messages.remove(0);
    }
    messages.add(message);
    events.count(1);
    var broadcast = new Broadcast(message.room().topic(), message.payload(false));
    hub.publish(Publication.database(message.room(), broadcast));
  }

  /** The newest messages of a room since a moment, the oldest first. */
  public List<StoredMessage> messages(Room room, Instant since, int limit) {
    List<StoredMessage> found =
        messages.stream().filter(m -> m.room().equals(room) && !m.at().isBefore(since)).toList();
    return found.subList(Math.max(0, found.size() - limit), found.size());
  }

  /** Is ready for subscriptions from now on. */
  public void connect() {
    answersFrom = Optional.of(timers.now());
  }

  /** Whether there is the table that a subscription asks for. */
  public boolean has(JsonNode subscription) {
    String table =
        subscription.path("schema").asString("*") + "." + subscription.path("table").asString("*");
    return tables.map(names -> names.contains(table)).orElse(true);
  }

  /** Goes on once a subscription has been looked at; the first one has the database connect. */
  public void subscribe(Runnable then) {
    Instant now = timers.now();
    Instant ready = answersFrom.orElseGet(() -> now.plus(profile.databaseStart()));
    answersFrom = Optional.of(ready);
    Duration wait = ready.isAfter(now) ? Duration.between(now, ready) : Duration.ZERO;
    Duration delay = wait.plus(profile.databaseAnswer());
    if (delay.isZero()) {
      then.run();
    } else {
      timers.after(delay, then);
    }
  }
}
