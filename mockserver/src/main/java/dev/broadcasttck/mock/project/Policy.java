package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.token.Token;

/** Who may do what in the private rooms of a project. */
public interface Policy {
  /** Everybody everything. */
  Policy OPEN =
      new Policy() {
        @Override
        public boolean mayRead(Room room, Token.Valid token) {
          return true;
        }

        @Override
        public boolean mayWrite(Room room, Token.Valid token) {
          return true;
        }
      };

  /**
   * By the rooms' names: {@code authenticated} reads and writes {@code rw…}, {@code bonly…} and
   * {@code user-SUB} of its own, and reads {@code ro…}; {@code service_role} does everything,
   * anybody else nothing.
   */
  Policy BY_NAME = new NamedRights();

  /**
   * Whether who shows the token may join the room; asked again with each token that is renewed.
   *
   * @param room a private one
   */
  boolean mayRead(Room room, Token.Valid token);

  /** Whether who shows the token may send broadcasts into the private room. */
  boolean mayWrite(Room room, Token.Valid token);
}
