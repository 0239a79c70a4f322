package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.Page;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the journal, in pages and as it grows. */
record JournalDesk(Supplier<Journal> journal, Readers readers) {
  private static final long LONGEST_PAGE = 1000;
  private static final int USUAL_PAGE = 100;
  private static final long LONGEST_WAIT = 60;

  void page(Visit visit) {
    Form query = Form.query(visit.request());
    int since = since(query).orElse(0);
    int limit = query.number("limit", 1, LONGEST_PAGE).map(Long::intValue).orElse(USUAL_PAGE);
    long wait = query.number("wait", 0, LONGEST_WAIT).orElse(0L);
    Wanted wanted = Wanted.read(query);
    query.end();
    if (wait > 0) {
      readers.await(since, limit, wanted, Duration.ofSeconds(wait), visit.reply());
    } else {
      visit.say(Readers.json(journal.get().page(since, limit, wanted)));
    }
  }

  private static Optional<Integer> since(Form query) {
    return query.number("since", 0, Integer.MAX_VALUE).map(Long::intValue);
  }

  void entry(Visit visit) {
    Form.query(visit.request()).end();
    int number = visit.number();
    Page page = journal.get().page(Math.max(0, number), 1, entry -> entry.number() == number);
    if (page.entries().isEmpty()) {
      throw new Refusal(
          Refusal.MISSING,
          "there is no line %s: the journal has those from %d to %d"
              .formatted(visit.variables().get(0), page.oldest(), page.next() - 1));
    }
    visit.say(EntryJson.WHOLE.of(page.entries().get(0)));
  }

  /** A browser that comes back says which line it has seen last. */
  void stream(Visit visit) {
    Form query = Form.query(visit.request());
    Optional<Integer> since = since(query);
    Wanted wanted = Wanted.read(query);
    query.end();
    Optional<Integer> seen =
        visit
            .request()
            .header("last-event-id")
            .filter(id -> id.matches("\\d{1,9}"))
            .map(Integer::valueOf);
    int first = seen.map(id -> id + 1).or(() -> since).orElseGet(this::next);
    readers.stream(first, wanted, visit.reply());
  }

  private int next() {
    return journal.get().page(Integer.MAX_VALUE, 1, entry -> true).next();
  }
}
