package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.PortTaken;
import dev.broadcasttck.mock.server.Snippet;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck mock}: runs the mock server alone, until Ctrl-C. */
@Command(
    name = "mock",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Runs the mock server until Ctrl-C.")
final class MockCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  @Mixin private final FaultOption faultOption = new FaultOption();
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "4000",
      description = "Where to listen; 0 picks a free port. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "On which address of this machine to listen; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
  String host = "";

  @Mixin private final AdminOptions adminOptions = new AdminOptions();

  @Option(
      names = "--jwt-secret",
      paramLabel = "SECRET",
      description = "What keys are signed with; a random one is made if none is given.")
  @Nullable String jwtSecret;

  MockCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw Mistake.usage("--port: " + port + " is no port; give one from 0 to " + HIGHEST_PORT);
    }
    return CutOff.guard(this::serve);
  }

  private int serve() throws InterruptedException {
    InetAddress address = address();
    Optional<String> token = adminOptions.token(address);
    try (BroadcastMock mock = start(address, token)) {
      introduce(mock, token, surroundings.out());
      new CountDownLatch(1).await();
      return ExitCode.CONFORMANT.code();
    }
  }

  private InetAddress address() {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (isHere(address)) {
        return address;
      }
    } catch (UnknownHostException | SocketException e) {
      throw Mistake.usage("--host: there is no address '" + host + "'");
    }
    throw Mistake.usage("--host: " + host + " is no address of this machine");
  }

  private static boolean isHere(InetAddress address) throws SocketException {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  private BroadcastMock start(InetAddress address, Optional<String> token) {
    BroadcastMock.Builder builder =
        BroadcastMock.builder().host(address).port(port).faults(faultOption.faults);
    adminOptions.open(builder, token);
    try {
      return (jwtSecret == null ? builder : builder.jwtSecret(jwtSecret)).start();
    } catch (PortTaken e) {
      throw Mistake.usage(
          "port " + port + " is taken; give another with --port, or 0 for any free one");
    }
  }

  private void introduce(BroadcastMock mock, Optional<String> token, PrintWriter out) {
    out.println("Broadcast mock at " + mock.url() + " until Ctrl-C");
    out.println("  WebSocket  " + mock.socketUrl());
    out.println("  REST       " + mock.broadcastUrl());
    out.println("  anon key   " + mock.anonKey());
    adminOptions.introduce(mock, token, out);
    out.println();
    out.println("// npm install @supabase/supabase-js ws");
    out.println(Snippet.supabaseJs(mock.url(), mock.anonKey()));
    out.flush();
  }
}
