package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.http.Api;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.session.Admission;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.session.Ear;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.time.Timers;
import dev.broadcasttck.mock.token.Review;
import dev.broadcasttck.mock.wire.Blow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The faults that are on in one server, each under a number from 1. They come and go while sockets
 * are open; what they are put before is disturbed by those that are on at the moment. For one
 * thread.
 */
public final class Board {
  /** A fault that is on, and on which of its occasions. */
  public record Charge(int number, Fault fault, Terms terms) {}

  private final Map<Integer, Charge> charges = new LinkedHashMap<>();
  private int numbers;
  private long changes;

  /**
   * @param faults those that are on from the beginning, on every occasion
   */
  public Board(List<Fault> faults) {
    faults.forEach(fault -> put(fault, Terms.NONE));
  }

  /** Switches a fault on that has not been active yet. */
  public Charge switchOn(Fault fault, Terms terms) {
    return put(terms.equals(Terms.NONE) ? fault : fault.on(terms.occasions()), terms);
  }

  private Charge put(Fault fault, Terms terms) {
    Charge charge = new Charge(++numbers, fault, terms);
    charges.put(charge.number(), charge);
    changes++;
    return charge;
  }

  /** What was on under that number; empty where nothing was. */
  public Optional<Charge> switchOff(int number) {
    changes++;
    return Optional.ofNullable(charges.remove(number));
  }

  /** What is on, in the order of its coming. */
  public List<Charge> charges() {
    return List.copyOf(charges.values());
  }

  /** The later faults stand before the earlier ones. */
  public <T> T disturb(T right, BiFunction<Fault, T, T> before) {
    T disturbed = right;
    for (Charge charge : charges.values()) {
      disturbed = before.apply(charge.fault(), disturbed);
    }
    return disturbed;
  }

  /** How often it has changed. */
  long changes() {
    return changes;
  }

  /**
   * A hub that is always disturbed by what is on.
   *
   * @param right makes the one behind the faults
   */
  public Hub hub(Supplier<Hub> right, Timers timers) {
    return new SwitchedHub(this, right, timers);
  }

  /** A line likewise. */
  public Line line(Line right, Timers timers) {
    return new SwitchedLine(
        new Switched<>(this, right, (fault, line) -> fault.disturb(line, timers)));
  }

  /** A socket likewise. */
  public Outlet outlet(Outlet right, Timers timers) {
    return new SwitchedOutlet(
        new Switched<>(this, right, (fault, outlet) -> fault.disturb(outlet, timers)));
  }

  /**
   * An ear likewise.
   *
   * @param socket by which it hears
   */
  public Ear ear(Ear right, Outlet socket) {
    return new SwitchedEar(new Switched<>(this, right, (fault, ear) -> fault.disturb(ear, socket)));
  }

  /** A conversation over a socket likewise. */
  public Conversation conversation(Conversation right, Outlet socket) {
    return new SwitchedConversation(right, this, socket);
  }

  /** What is done to a connection in place of answering the client's close frame. */
  Optional<Blow> parting(int code) {
    Optional<Blow> none = Optional.empty();
    return disturb(none, (fault, blow) -> blow.or(() -> fault.parting(code)));
  }

  /** An admission to a project of such limits likewise. */
  public Admission admission(Admission right, Limits limits) {
    Switched<Admission> switched =
        new Switched<>(this, right, (fault, admission) -> fault.disturb(admission, limits));
    return (topic, payload) -> switched.now().decide(topic, payload);
  }

  /** What is held of tokens by what is on now. */
  public Review review() {
    return (text, examined) -> disturb(Review.NONE, Fault::disturb).of(text, examined);
  }

  /** With what a socket is ended now, if it is. */
  public Optional<Integer> closing(int code) {
    return disturb(Optional.of(code), (fault, said) -> said.flatMap(fault::closing));
  }

  /** An API, disturbed by what is on now. */
  public Api api(Api right) {
    return disturb(right, Fault::disturb);
  }
}
