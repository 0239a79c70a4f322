package dev.broadcasttck.mock.script;

import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.LineBefore;
import java.util.Optional;

/** Puts a reply in place of the one that an obedient server gives. For the server's one thread. */
final class Prompter {
  private Optional<ServerMessage> inPlace = Optional.empty();

  /** Has the next reply that comes meanwhile be another; gives that back where none came. */
  Optional<ServerMessage> during(Runnable obeying, ServerMessage reply) {
    inPlace = Optional.of(reply);
    obeying.run();
    Optional<ServerMessage> left = inPlace;
    inPlace = Optional.empty();
    return left;
  }

  /** A line on which the prompted reply takes the place of the server's own. */
  Line line(Line line) {
    return new PromptedLine(line);
  }

  private final class PromptedLine implements LineBefore {
    private final Line line;

    PromptedLine(Line line) {
      this.line = line;
    }

    @Override
    public Line line() {
      return line;
    }

    @Override
    public void reply(Push to, ServerMessage reply) {
      if (inPlace.isPresent() && reply.event().equals("phx_reply")) {
        ServerMessage other = inPlace.get();
        inPlace = Optional.empty();
        line.reply(to, other);
      } else {
        line.reply(to, reply);
      }
    }
  }
}
