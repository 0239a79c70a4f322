package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.Account;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import java.util.List;
import java.util.Optional;

/**
 * More copies of a broadcast than there may be.
 *
 * @param watched the channel they must not come to
 * @param expected what the first copy looks like to listeners
 * @param allowed how many may be heard
 */
record Copies(Stage stage, Part watched, Expectation expected, int allowed)
    implements Forbidden.Trace {

  /** A copy that the server owed nobody is its fault, whatever the client makes of it. */
  @Override
  public Optional<Entry> in(List<Entry> entries, Sent sent) {
    boolean excluded = sent.part().equals(watched) && !sent.overRest() && !watched.options().self();
    Optional<Entry> echo =
        excluded
            ? new Trail(sent).deliveries(entries, watched.actor()).findFirst()
            : Optional.empty();
    Expectation copy = expected.of(sent);
    return echo.or(() -> entries.stream().filter(copy::isMet).skip(allowed).findFirst());
  }

  @Override
  public String expected(Entry leak) {
    return leak.what() instanceof MessageHeard
        ? "no listener hears it" + (allowed == 0 ? "" : " again")
        : "the server sends no copy to its sender";
  }

  @Override
  public String inWords(Entry leak) {
    return leak.what() instanceof MessageHeard ? Account.inWords(leak) : Delivery.inWords(leak);
  }
}
