package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Push;
import java.util.Optional;

/** What a session makes of what comes over its socket. */
public interface Ear extends Manners {
  /** An ear that hears what is said, and drops in silence what is no message. */
  Ear GOOD =
      new Ear() {
        @Override
        public Optional<Push> hear(Push push) {
          return Optional.of(push);
        }

        @Override
        public Optional<Integer> stumble(Frame frame) {
          return Optional.empty();
        }
      };

  /** What it hears of a push; empty for nothing. */
  Optional<Push> hear(Push push);

  /** With which code it ends the socket over a frame that is no message; empty for not at all. */
  Optional<Integer> stumble(Frame frame);
}
