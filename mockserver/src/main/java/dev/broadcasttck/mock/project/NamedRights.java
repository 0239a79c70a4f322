package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.token.Token;

/** Rights by the names of rooms, as the recorded server had them. */
final class NamedRights implements Policy {
  @Override
  public boolean mayRead(Room room, Token.Valid token) {
    return mayWrite(room, token) || (isUser(token) && room.name().startsWith("ro"));
  }

  @Override
  public boolean mayWrite(Room room, Token.Valid token) {
    String name = room.name();
    return token.role().equals("service_role")
        || (isUser(token)
            && (name.startsWith("rw")
                || name.startsWith("bonly")
                || token.subject().filter(sub -> name.equals("user-" + sub)).isPresent()));
  }

  private static boolean isUser(Token.Valid token) {
    return token.role().equals("authenticated");
  }
}
