package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which lines of the journal somebody wants to see; what is empty is not asked for. */
record Wanted(
    Optional<Long> socket, Optional<Long> call, Optional<String> kind, Optional<String> topic)
    implements Predicate<Entry> {
  private static final List<String> KINDS =
      List.of(
          "knocked",
          "opened",
          "turned-away",
          "left-alone",
          "received",
          "held",
          "sent",
          "client-closes",
          "server-closes",
          "struck",
          "ended",
          "asked",
          "answered",
          "unanswered");

  static Wanted read(Form query) {
    return new Wanted(
        query.number("socket", 1, Integer.MAX_VALUE),
        query.number("call", 1, Integer.MAX_VALUE),
        query.oneOf("kind", KINDS),
        query.text("topic"));
  }

  @Override
  public boolean test(Entry entry) {
    return socket.map(n -> isOfSocket(entry.event(), n)).orElse(true)
        && call.map(n -> isOfCall(entry.event(), n)).orElse(true)
        && kind.map(EntryJson.kind(entry.event())::equals).orElse(true)
        && topic.map(it -> About.of(entry).topic().filter(it::equals).isPresent()).orElse(true);
  }

  private static boolean isOfSocket(Event event, long number) {
    return event instanceof Event.OfSocket ofSocket && ofSocket.socket() == number;
  }

  private static boolean isOfCall(Event event, long number) {
    return event instanceof Event.OfCall ofCall && ofCall.call() == number;
  }
}
