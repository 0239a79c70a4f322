package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.Page;
import dev.broadcasttck.mock.time.Timers;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Those who read the journal while it grows. Each goes at its own pace: nobody waits for a slow
 * one, which is told what it has missed for ever. For the server's one thread.
 */
final class Readers {
  private static final Duration STILL_HERE = Duration.ofSeconds(15);

  private interface Reader {
    void look();

    void beginAgain();
  }

  private final Supplier<Journal> journal;
  private final Supplier<Timers> timers;
  private final Set<Reader> readers = new LinkedHashSet<>();

  /**
   * @param journal the one at the moment
   */
  Readers(Supplier<Journal> journal, Supplier<Timers> timers) {
    this.journal = journal;
    this.timers = timers;
  }

  /** The journal has grown. */
  void look() {
    if (!readers.isEmpty()) {
      List.copyOf(readers).forEach(Reader::look);
    }
  }

  /** There is another journal. */
  void beginAgain() {
    List.copyOf(readers).forEach(Reader::beginAgain);
  }

  static ObjectNode json(Page page) {
    ArrayNode entries = Json.array();
    page.entries().forEach(entry -> entries.add(EntryJson.SHORT.of(entry)));
    ObjectNode json = Json.object();
    json.set("entries", entries);
    return json.put("oldest", page.oldest()).put("next", page.next()).put("more", page.more());
  }

  /** Answers with a page as soon as there is something on it, or when the time is over. */
  void await(int since, int limit, Wanted wanted, Duration patience, Reply reply) {
    var waiting = new Waiting(since, limit, wanted, reply);
    readers.add(waiting);
    waiting.timer = timers.get().after(patience, waiting::say);
    waiting.look();
  }

  private final class Waiting implements Reader {
    /** Before it there is nothing that is wanted. */
    private int since;

    private final int limit;
    private final Wanted wanted;
    private final Reply reply;
    private Timers.Timer timer = () -> {};

    private Waiting(int since, int limit, Wanted wanted, Reply reply) {
      this.since = since;
      this.limit = limit;
      this.wanted = wanted;
      this.reply = reply;
    }

    @Override
    public void look() {
      Page first = journal.get().page(since, 1, wanted);
      if (first.entries().isEmpty()) {
        since = first.next();
      } else {
        say();
      }
    }

    @Override
    public void beginAgain() {
      since = 0;
      say();
    }

    private void say() {
      if (readers.remove(this)) {
        timer.cancel();
        Page page = journal.get().page(since, limit, wanted);
        reply.say(Answer.json(200, json(page)).with("cache-control", "no-store"));
      }
    }
  }

  /** Sends each line as an event, until the other side is gone. */
  void stream(int since, Wanted wanted, Reply reply) {
    var streaming = new Streaming(since, wanted, reply.begin());
    readers.add(streaming);
    streaming.stream.whenReady(streaming::look);
    streaming.stream.whenGone(streaming::end);
    streaming.say(": the journal\n\n");
    streaming.look();
    streaming.stillHere();
  }

  private final class Streaming implements Reader {
    private static final int AT_ONCE = 64;

    private final Wanted wanted;
    private final Reply.Stream stream;
    private int next;
    private Timers.Timer timer = () -> {};

    private Streaming(int since, Wanted wanted, Reply.Stream stream) {
      this.next = since;
      this.wanted = wanted;
      this.stream = stream;
    }

    @Override
    public void look() {
      boolean more = true;
      while (more && stream.isReady()) {
        Page page = journal.get().page(next, AT_ONCE, wanted);
        if (page.oldest() > next) {
          say(event("gap", Json.object().put("from", next).put("to", page.oldest() - 1)));
        }
        page.entries().forEach(it -> say("id: " + it.number() + "\n" + entry(it)));
        next = page.next();
        more = page.more();
      }
    }

    private String entry(dev.broadcasttck.mock.script.Entry entry) {
      return event("entry", EntryJson.SHORT.of(entry));
    }

    private String event(String name, ObjectNode json) {
      return "event: " + name + "\ndata: " + json + "\n\n";
    }

    @Override
    public void beginAgain() {
      next = 0;
      say(event("reset", Json.object()));
      look();
    }

    private void stillHere() {
      timer =
          timers
              .get()
              .after(
                  STILL_HERE,
                  () -> {
                    say(": still here\n\n");
                    stillHere();
                  });
    }

    private void say(String text) {
      stream.say(text);
    }

    private void end() {
      timer.cancel();
      readers.remove(this);
    }
  }
}
