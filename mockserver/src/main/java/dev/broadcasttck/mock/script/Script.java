package dev.broadcasttck.mock.script;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.time.Timers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a server is told to do otherwise, and what it notes of all it does; for its one thread, but
 * for the journal.
 */
public final class Script {
  private static final int STRANGER = 403;

  private final Journal journal;
  private final Timers timers;
  private final List<Intervention.Rule> rules = new ArrayList<>();
  private final Map<Integer, LiveSocket> sockets = new LinkedHashMap<>();
  private Predicate<Request> guests = request -> true;
  private Optional<Otherwise> knocks = Optional.empty();
  private Optional<Otherwise> calls = Optional.empty();
  private int socketNumbers;
  private int callNumbers;

  /**
   * How requests are met in place of what an obedient server would do.
   *
   * @param answer with what, where they are answered
   * @param times how many; {@link Intervention.Rule#FOR_GOOD} for all from now on
   */
  public record Otherwise(Treatment treatment, Optional<Answer> answer, int times) {
    private Optional<Otherwise> used() {
      return times == Intervention.Rule.FOR_GOOD
          ? Optional.of(this)
          : Optional.of(new Otherwise(treatment, answer, times - 1)).filter(o -> o.times > 0);
    }
  }

  /**
   * @param timers by which pushes are delayed
   */
  public Script(Journal journal, Timers timers) {
    this.journal = journal;
    this.timers = timers;
  }

  public Journal journal() {
    return journal;
  }

  Timers timers() {
    return timers;
  }

  /**
   * Takes a rule in. Those for a number of pushes go first, in the order of their coming; those for
   * good follow, the later before the earlier.
   */
  public void add(Intervention.Rule rule) {
    int numbered = (int) rules.stream().filter(it -> !it.isForGood()).count();
    rules.add(numbered, rule);
  }

  /** Forgets the rules of such pushes. */
  public void forget(Predicate<Intervention.Rule> which) {
    rules.removeIf(which);
  }

  /** Whose requests are noted, and met in another way; all others are turned away. */
  public void serveOnly(Predicate<Request> guests) {
    this.guests = guests;
  }

  /** How requests for sockets are met; empty for as they should be. */
  public void meetKnocks(Optional<Otherwise> how) {
    knocks = how;
  }

  /** How all other requests are met. */
  public void meetCalls(Optional<Otherwise> how) {
    calls = how;
  }

  /** The sockets that are open now, in the order of their opening. */
  public List<LiveSocket> sockets() {
    return List.copyOf(sockets.values());
  }

  /** The socket of that number, while it is open. */
  public Optional<LiveSocket> socket(int number) {
    return Optional.ofNullable(sockets.get(number));
  }

  Optional<Intervention> of(LiveSocket socket, Push push) {
    for (int i = 0; i < rules.size(); i++) {
      Intervention.Rule rule = rules.get(i);
      if (rule.pushes().test(socket, push)) {
        rules.set(i, rule.used());
        rules.removeIf(Intervention.Rule::isSpent);
        return Optional.of(rule.intervention());
      }
    }
    return Optional.empty();
  }

  /** Decides on a request that asks for no socket. */
  public Reception<Answer> receive(Request request, Supplier<Answer> right) {
    if (!guests.test(request)) {
      return new Reception<>(Treatment.SERVED, Optional.of(Answer.empty(STRANGER)));
    }
    int call = ++callNumbers;
    journal.append(new Event.Asked(call, request));
    Optional<Otherwise> otherwise = calls;
    calls = calls.flatMap(Otherwise::used);
    Treatment treatment = otherwise.map(Otherwise::treatment).orElse(Treatment.SERVED);
    if (treatment != Treatment.SERVED) {
      journal.append(new Event.Unanswered(call, treatment));
      return new Reception<>(treatment, Optional.empty());
    }
    Answer answer = otherwise.flatMap(Otherwise::answer).orElseGet(right);
    journal.append(new Event.Answered(call, answer));
    return new Reception<>(treatment, Optional.of(answer));
  }

  /** Notes a request that somebody else answers, which gets a number. */
  public int asked(Request request) {
    int call = ++callNumbers;
    journal.append(new Event.Asked(call, request));
    return call;
  }

  /** Notes the answer to such a request. */
  public void answered(int call, Answer answer) {
    journal.append(new Event.Answered(call, answer));
  }

  /** Notes a request for a socket, which gets a number, and that somebody else decides on. */
  public Knock knocked(Request request) {
    int socket = ++socketNumbers;
    journal.append(new Event.Knocked(socket, request));
    return new Knock(socket, request, new Reception<>(Treatment.SERVED, Optional.empty()));
  }

  /** Notes that it was not granted. */
  public void turnedAway(Knock knock, Answer answer) {
    journal.append(new Event.TurnedAway(knock.socket(), answer));
  }

  /** Decides on a request for a socket, which gets a number. */
  public Knock knock(Request request, Supplier<Handshake> right) {
    if (!guests.test(request)) {
      Handshake refused = new Handshake.Refused(Answer.empty(STRANGER), false);
      return new Knock(0, request, new Reception<>(Treatment.SERVED, Optional.of(refused)));
    }
    int socket = ++socketNumbers;
    journal.append(new Event.Knocked(socket, request));
    Optional<Otherwise> otherwise = knocks;
    knocks = knocks.flatMap(Otherwise::used);
    Treatment treatment = otherwise.map(Otherwise::treatment).orElse(Treatment.SERVED);
    if (treatment != Treatment.SERVED) {
      journal.append(new Event.LeftAlone(socket, treatment));
      return new Knock(socket, request, new Reception<>(treatment, Optional.empty()));
    }
    Handshake handshake =
        otherwise
            .flatMap(Otherwise::answer)
            .<Handshake>map(answer -> new Handshake.Refused(answer, false))
            .orElseGet(right);
    if (handshake instanceof Handshake.Refused refused) {
      journal.append(new Event.TurnedAway(socket, refused.answer()));
    }
    return new Knock(socket, request, new Reception<>(treatment, Optional.of(handshake)));
  }

  void opened(LiveSocket socket) {
    sockets.put(socket.number(), socket);
    journal.append(new Event.Opened(socket.number(), socket.version()));
  }

  void ended(LiveSocket socket) {
    sockets.remove(socket.number());
    journal.append(new Event.Ended(socket.number()));
  }
}
