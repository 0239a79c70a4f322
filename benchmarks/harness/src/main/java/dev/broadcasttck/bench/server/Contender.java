package dev.broadcasttck.bench.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A server that is measured.
 *
 * @param command what starts it on a port, which takes the place of {@code {port}}; empty where it
 *     runs elsewhere
 * @param runtime what it runs on
 * @param elsewhere its address with a query, where it is not ours to start
 */
public record Contender(
    String name, List<String> command, Engine runtime, Optional<URI> elsewhere) {
  /** What tells how much heap is used. */
  public enum Engine {
    JAVA,
    NODE,
    UNKNOWN
  }

  static Contender started(String name, Engine runtime, List<String> command) {
    return new Contender(name, command, runtime, Optional.empty());
  }

  static Contender elsewhere(String name, URI address) {
    return new Contender(name, List.of(), Engine.UNKNOWN, Optional.of(address));
  }

  public boolean isOurs() {
    return elsewhere.isEmpty();
  }

  List<String> command(int port) {
    return command.stream().map(word -> word.replace("{port}", String.valueOf(port))).toList();
  }
}
