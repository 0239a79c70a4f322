package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Rhythm;
import dev.broadcasttck.mock.fault.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The catalogue of faults, by name. */
public final class Faults {
  private static final Catalogue CATALOGUE = new Catalogue();

  /** What is wrong often enough to matter and seldom enough to be missed. */
  private static final int SELDOM = 5;

  static {
    enter("ECHO_ALWAYS", Set.of("SELF-1"), EchoAlways::new);
    enter("ACK_MISSING", Set.of("ACK-1"), AckMissing::new);
    enter("EVENT_RENAMED", Set.of("FILTER-2", "BROADCAST-5"), EventRenamed::new);
    enter("REST_DEAF", Set.of("REST-1"), RestDeaf::new);
    echoes();
    leaks();
    restLeaks();
    surplus();
    JoinFaults.enter(CATALOGUE);
    AckFaults.enter(CATALOGUE);
    SpreadFaults.enter(CATALOGUE);
    ChannelFaults.enter(CATALOGUE);
    ConnectFaults.enter(CATALOGUE);
    FrameFaults.enter(CATALOGUE);
    MalformedFaults.enter(CATALOGUE);
    VersionFaults.enter(CATALOGUE);
    MemoryFaults.enter(CATALOGUE);
    LimitFaults.enter(CATALOGUE);
    ProxyFaults.enter(CATALOGUE);
    RestFaults.enter(CATALOGUE);
    PrivateFaults.enter(CATALOGUE);
    SocketFaults.enter(CATALOGUE);
  }

  private Faults() {}

  private static void echoes() {
    Set<String> rules = Set.of("SELF-1");
    Predicate<Hearer> sender = Leaks::toSender;
    atAnyTime("ECHO", rules, List.of(5, 30, 300, 1500), when -> Leaks.copy(sender, when));
    seldom("ECHO", rules, when -> Leaks.copy(sender, when));
    enter("ECHO_ON_SECOND_CHANNEL", rules, () -> now(Leaks::toSecondChannel));
    enter("ECHO_TO_LAST_JOINER", rules, () -> now(Leaks::toLatestSender));
  }

  private static void leaks() {
    Set<String> rules = Set.of("BROADCAST-2");
    Predicate<Hearer> elsewhere = Leaks::elsewhere;
    enter("LEAK_ANYWHERE", rules, () -> now(elsewhere));
    atAnyTime("LEAK_ANYWHERE", rules, List.of(5, 30, 300, 1500), w -> Leaks.copy(elsewhere, w));
    seldom("LEAK_ANYWHERE", rules, when -> Leaks.copy(elsewhere, when));
    enter("LEAK_READDRESSED", rules, () -> Leaks.readdressed(elsewhere, Timing.AT_ONCE));
    atAnyTime("LEAK_READDRESSED", rules, List.of(30, 300), w -> Leaks.readdressed(elsewhere, w));
    enter("LEAK_BY_PREFIX", Set.of("NAME-5"), () -> now(Leaks::byPrefix));
    enter("LEAK_BY_CASE", rules, () -> now(Leaks::byCase));
    enter("LEAK_ON_SECOND_TOPIC", Set.of("BROADCAST-2", "SELF-4"), () -> now(Leaks::toSecondTopic));
    enter("LEAK_TO_LAST_JOINER", rules, () -> now(Leaks::toLatestElsewhere));
  }

  private static void restLeaks() {
    Set<String> rules = Set.of("REST-8");
    Predicate<Hearer> overRest = Leaks::overRest;
    enter("REST_LEAK", rules, () -> now(overRest));
    atAnyTime("REST_LEAK", rules, List.of(5, 30, 300, 1500), when -> Leaks.copy(overRest, when));
    seldom("REST_LEAK", rules, when -> Leaks.copy(overRest, when));
  }

  private static void surplus() {
    Set<String> unasked = Set.of("ACK-4");
    enter("REPLY_UNASKED", unasked, () -> Leaks.reply(Timing.AT_ONCE));
    atAnyTime("REPLY_UNASKED", unasked, List.of(30, 300), Leaks::reply);
    seldom("REPLY_UNASKED", unasked, Leaks::reply);
    Set<String> twice = Set.of("ORDER-2");
    Predicate<Hearer> all = hearer -> true;
    enter("COPY_TWICE", twice, () -> Leaks.secondCopy(all, Timing.AT_ONCE));
    atAnyTime("COPY_TWICE", twice, List.of(5, 300, 1500), when -> Leaks.secondCopy(all, when));
    seldom("COPY_TWICE", twice, when -> Leaks.secondCopy(all, when));
    Set<String> ownTwice = Set.of("SELF-3");
    Predicate<Hearer> sender = Leaks::toSender;
    enter("OWN_COPY_TWICE", ownTwice, () -> Leaks.secondCopy(sender, Timing.AT_ONCE));
    atAnyTime("OWN_COPY_TWICE", ownTwice, List.of(5, 300, 1500), w -> Leaks.secondCopy(sender, w));
  }

  private static Disturbance now(Predicate<Hearer> whom) {
    return Leaks.copy(whom, Timing.AT_ONCE);
  }

  /** The same fault late: a moment, and so many milliseconds. */
  private static void atAnyTime(
      String name, Set<String> violates, List<Integer> late, Function<Timing, Disturbance> fault) {
    enter(name + "_NEXT_TICK", violates, () -> fault.apply(Timing.NEXT_TICK));
    for (int millis : late) {
      Timing when = Timing.alone(Duration.ofMillis(millis));
      enter("%s_AFTER_%d_MS".formatted(name, millis), violates, () -> fault.apply(when));
    }
  }

  /** The same fault on one occasion in five, at once and late. */
  private static void seldom(
      String name, Set<String> violates, Function<Timing, Disturbance> fault) {
    enter(
        name + "_ONE_IN_FIVE",
        violates,
        () -> fault.apply(Timing.AT_ONCE).on(Rhythm.oneIn(SELDOM, 0)));
    Timing late = Timing.alone(Duration.ofMillis(300));
    enter(
        name + "_ONE_IN_FIVE_AFTER_300_MS",
        violates,
        () -> fault.apply(late).on(Rhythm.oneIn(SELDOM, 0)));
  }

  private static void enter(String name, Set<String> violates, Supplier<Disturbance> disturbance) {
    CATALOGUE.enter(name, violates, disturbance);
  }

  /** A fault of that name that has not been active yet. */
  public static Optional<Fault> named(String name) {
    return CATALOGUE.named(name);
  }

  public static List<String> names() {
    return CATALOGUE.names();
  }

  /** Rules that no fault of this server can break, by id, and why. */
  public static Map<String, String> excused() {
    return CATALOGUE.excused();
  }
}
