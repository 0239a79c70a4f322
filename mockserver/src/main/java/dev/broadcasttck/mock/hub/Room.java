package dev.broadcasttck.mock.hub;

/**
 * Those who hear each other: a public and a private channel of one name are two rooms.
 *
 * @param topic as on the socket, {@code realtime:} included
 */
public record Room(String topic, boolean isPrivate) {
  public static final String PREFIX = "realtime:";

  /** The room of a name as REST writes it, without the prefix. */
  public static Room named(String name, boolean isPrivate) {
    return new Room(PREFIX + name, isPrivate);
  }

  /** The topic without its prefix. */
  public String name() {
    return topic.substring(PREFIX.length());
  }
}
