package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.PortTaken;
import dev.broadcasttck.mock.server.Snippet;
import java.io.PrintWriter;
import java.net.InetAddress;
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
  @Mixin private final FaultOption faultOption = new FaultOption();
  private final Surroundings surroundings;

  @Mixin private final ListenOptions listenOptions = new ListenOptions();
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
    listenOptions.address();
    return CutOff.guard(this::serve);
  }

  private int serve() throws InterruptedException {
    InetAddress address = listenOptions.address();
    Optional<String> token = adminOptions.token(address);
    try (BroadcastMock mock = start(address, token)) {
      introduce(mock, token, surroundings.out());
      new CountDownLatch(1).await();
      return ExitCode.CONFORMANT.code();
    }
  }

  private BroadcastMock start(InetAddress address, Optional<String> token) {
    BroadcastMock.Builder builder =
        BroadcastMock.builder().host(address).port(listenOptions.port).faults(faultOption.faults);
    adminOptions.open(builder, token);
    try {
      return (jwtSecret == null ? builder : builder.jwtSecret(jwtSecret)).start();
    } catch (PortTaken e) {
      throw listenOptions.taken();
    }
  }

  private void introduce(BroadcastMock mock, Optional<String> token, PrintWriter out) {
    out.println("Broadcast mock at " + mock.url() + " until Ctrl-C");
    out.println("  WebSocket  " + mock.socketUrl());
    out.println("  REST       " + mock.broadcastUrl());
    out.println("  anon key   " + mock.anonKey());
    adminOptions.introduce(mock.url(), token, out);
    out.println();
    out.println("// npm install @supabase/supabase-js ws");
    out.println(Snippet.supabaseJs(mock.url(), mock.anonKey()));
    out.flush();
  }
}
