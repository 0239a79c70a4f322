package dev.broadcasttck.mock.critic;

import dev.broadcasttck.mock.script.Entry;
import java.time.Duration;
import java.util.List;

/**
 * Reads a journal from its beginning and says where it breaks a rule. The mock has none of its own:
 * whoever knows the rules gives it one. Used by one thread, which is not the server's.
 */
public interface Critic {
  /**
   * What the next line shows.
   *
   * @param at since the journal began, by the world's clock, which nobody moves
   */
  List<Remark> read(Entry entry, Duration at);

  /** Lines were forgotten before they could be read: nothing is known of what is open. */
  void loseThread();

  /** How far the rules of each chapter have had their occasion. */
  List<Chapter> chapters();
}
