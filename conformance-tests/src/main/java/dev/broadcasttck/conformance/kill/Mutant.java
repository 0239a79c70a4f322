package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody who is wrong on purpose in one way, by which rules are broken. */
public sealed interface Mutant {
  String name();

  /** The ids of the rules that it breaks. */
  Set<String> violates();

  /**
   * A server with a fault of the mock's catalogue.
   *
   * @param name of the fault
   */
  record Server(String name, Set<String> violates) implements Mutant {
    /** The fault, not active yet. */
    Fault fault() {
      return Faults.named(name).orElseThrow();
    }
  }

  /** A client that misbehaves. */
  record Client(Misbehaviour misbehaviour, Set<String> violates) implements Mutant {
    @Override
    public String name() {
      return misbehaviour.name();
    }
  }

  static List<Mutant> servers() {
    return Faults.names().stream().map(Mutant::server).toList();
  }

  private static Mutant server(String name) {
    return new Server(name, Faults.named(name).orElseThrow().violates());
  }

  static List<Mutant> clients() {
    return Arrays.stream(Misbehaviour.values())
        .<Mutant>map(wrong -> new Client(wrong, WrongClients.broken(wrong)))
        .toList();
  }

  /** All, servers first. */
  static List<Mutant> all() {
    return Stream.concat(servers().stream(), clients().stream()).toList();
  }

  static Optional<Mutant> named(String name) {
    return all().stream().filter(mutant -> mutant.name().equals(name)).findFirst();
  }
}
