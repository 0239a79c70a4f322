package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.presence.Attendances;
import dev.broadcasttck.mock.time.Timers;
import dev.broadcasttck.mock.token.TokenOffice;

/** What one project has to itself: its rights, its limits, its rooms, its sockets. */
public record Project(
    ProjectSettings settings,
    Profile profile,
    TokenOffice tokens,
    Hub hub,
    Timers timers,
    Meters meters,
    Attendances attendances,
    Crowd crowd,
    Database database) {

  /** A project in which nothing has happened yet. */
  public static Project open(
      ProjectSettings settings, Profile profile, TokenOffice tokens, Hub hub, Timers timers) {
    Meters meters = profile.averagesRates() ? Meters.averaged(timers) : Meters.exact(timers);
    var database = new Database(settings.tables(), profile, hub, meters.events(), timers);
    return new Project(
        settings, profile, tokens, hub, timers, meters, new Attendances(), new Crowd(), database);
  }

  public Limits limits() {
    return settings.limits();
  }

  public boolean hasTooManyEvents() {
    return limits().hasEventLimit() && meters.events().perSecond() > limits().eventsPerSecond();
  }

  public boolean hasTooManyJoins() {
    return meters.joins().perSecond() > limits().joinsPerSecond();
  }

  public boolean hasTooManyRequests() {
    return meters.requests().perSecond() > limits().eventsPerSecond();
  }

  public boolean isFull() {
    return crowd.users() >= limits().users();
  }
}
