package dev.broadcasttck.mock.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sockets of a project; for one thread. */
public final class Crowd {
  /** One socket. */
  public interface Guest {
    /** The operator wants everybody gone. */
    void disconnect();
  }

  private final Set<Guest> guests = new LinkedHashSet<>();
  private final Set<Guest> users = new LinkedHashSet<>();

  public void enter(Guest guest) {
    guests.add(guest);
  }

  /** From its first join on, a socket counts as a user. */
  public void becomeUser(Guest guest) {
    users.add(guest);
  }

  public void leave(Guest guest) {
    guests.remove(guest);
    users.remove(guest);
  }

  public int users() {
    return users.size();
  }

  public void disconnectAll() {
    List.copyOf(guests).forEach(Guest::disconnect);
  }
}
