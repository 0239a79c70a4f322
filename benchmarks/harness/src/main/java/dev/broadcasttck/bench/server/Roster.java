package dev.broadcasttck.bench.server;

import dev.broadcasttck.bench.server.Contender.Engine;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is measured: the mock as users start it, and those that it is compared with. */
public record Roster(List<Contender> contenders) {
  public static final String MOCK = "mock";
  public static final String NETTY = "plain Netty";

  /** Measures the generator, and takes part in no ranking. */
  public static final String NULL = "null server";

  private static final String PEERS = "dev.broadcasttck.bench.peer.";

  /**
   * All that can be started here, and the peers elsewhere.
   *
   * @param home the project's folder
   */
  public static Roster of(Path home, Map<String, URI> elsewhere) {
    List<Contender> all = new ArrayList<>();
    all.add(mock(home));
    all.add(java(NETTY, "PlainNetty"));
    node(home).forEach(all::add);
    all.add(java("MockWebServer", "OkHttpPeer"));
    all.add(java("WireMock 4 beta", "WireMockPeer"));
    elsewhere.forEach((name, address) -> all.add(Contender.elsewhere(name, address)));
    all.add(java(NULL, "NullServer"));
    return new Roster(all);
  }

  /** With the launcher, as a user does. */
  private static Contender mock(Path home) {
    return Contender.started(
        MOCK, Engine.JAVA, List.of(home.resolve("tck").toString(), "mock", "--port", "{port}"));
  }

  private static Contender java(String name, String type) {
    return Contender.started(
        name,
        Engine.JAVA,
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            PEERS + type,
            "{port}"));
  }

  private static Stream<Contender> node(Path home) {
    Path folder = home.resolve("benchmarks/peers/ws");
    return Files.isDirectory(folder.resolve("node_modules/ws"))
        ? Stream.of(
            Contender.started(
                "Node ws",
                Engine.NODE,
                List.of("node", "--expose-gc", folder.resolve("server.js").toString(), "{port}")))
        : Stream.empty();
  }

  public Contender named(String name) {
    return contenders.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
  }
}
