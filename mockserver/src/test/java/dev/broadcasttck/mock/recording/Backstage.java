package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Behind;

/** Where the time is made, and what nobody does who is connected. */
interface Backstage {
  /** Nobody is there: time passes by itself, and nothing is done. */
  Backstage EMPTY =
      new Backstage() {
        @Override
        public void moveTo(long millis) {}

        @Override
        public void perform(Behind act) {
          throw new UnsupportedOperationException("nobody can do this here: " + act);
        }
      };

  /** It is now so many milliseconds since the recording began. */
  void moveTo(long millis);

  void perform(Behind act);
}
