package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.tape.Entry;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What no client may send, whoever looks for it later.
 *
 * @param seen the entries that steps before the ban saw, which it does not concern
 */
record Ban(Look look, BitSet seen) {

  /** What breaks it first. */
  Optional<Entry> breach(List<Entry> entries) {
    return look.in(entries).filter(entry -> !seen.get(entry.number())).findFirst();
  }
}
