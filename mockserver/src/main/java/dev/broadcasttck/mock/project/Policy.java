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

  /** By the rooms' names. */
  Policy BY_NAME = new NamedRights();

  boolean mayRead(Room room, Token.Valid token);

  boolean mayWrite(Room room, Token.Valid token);
}
