package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.probe.Addresses;
import dev.broadcasttck.conformance.probe.Doorstep;
import dev.broadcasttck.conformance.probe.InvalidAddress;
import dev.broadcasttck.conformance.proxy.FaultProxy;
import dev.broadcasttck.conformance.proxy.LintLog;
import dev.broadcasttck.conformance.record.TraceFiles;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Board.Charge;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.Checkpoint;
import dev.broadcasttck.mock.server.PortTaken;
import dev.broadcasttck.spec.corpus.Corpora;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck proxy}: stands between clients and a server, until Ctrl-C. */
@Command(
    name = "proxy",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Stands between clients and any server until Ctrl-C: says what either does wrong, writes"
          + " traces, and applies faults of the mock to what passes.",
      "Exit codes: 130 after Ctrl-C, 1 with --strict where something was wrong."
    })
final class ProxyCommand implements Callable<Integer> {
  @Mixin private final FaultOption faultOption = new FaultOption();
  @Mixin private final ListenOptions listenOptions = new ListenOptions();
  @Mixin private final AdminOptions adminOptions = new AdminOptions();
  private final Surroundings surroundings;

  @Option(
      names = "--upstream",
      paramLabel = "URL",
      description = "The server, such as wss://HOST/realtime/v1.")
  @Nullable String upstream;

  @Option(
      names = "--list-faults",
      description = "Say which faults can be had here, with the rules that they break, and end.")
  boolean listFaults;

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(
      names = "--trace",
      paramLabel = "PATH",
      description =
          "Write what passes as JSON lines, which './tck replay' reads: into this file, or for each"
              + " socket and request into one of its own where it is a directory.")
  @Nullable Path trace;

  @Option(names = "--no-lint", description = "Do not look for what is wrong.")
  boolean noLint;

  @Option(
      names = "--strict",
      description = "End with exit code 1 where clients or server broke a rule.")
  boolean strict;

  ProxyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (listFaults) {
      Faults.names().stream()
          .flatMap(name -> Faults.named(name).stream())
          .filter(fault -> Checkpoint.objection(fault).isEmpty())
          .forEach(this::list);
      return ExitCode.CONFORMANT.code();
    }
    if (strict && noLint) {
      throw Mistake.usage("--strict and --no-lint exclude each other");
    }
    faultOption.faults.forEach(ProxyCommand::refuseInside);
    Addresses server = server();
    OutputPlace.refuseUnwritable("--trace", trace);
    InetAddress address = listenOptions.address();
    LintLog log = new LintLog(Corpora.bundledRules(), surroundings.out()::println);
    return CutOff.guard(Optional.empty(), cutOff -> serve(cutOff, server.socket(), address, log));
  }

  private void list(Fault fault) {
    String rules = fault.violates().stream().sorted().collect(Collectors.joining(" "));
    surroundings.out().println(fault.name() + "  " + rules);
  }

  private static void refuseInside(Fault fault) {
    Checkpoint.objection(fault)
        .ifPresent(
            reason -> {
              throw Mistake.usage(
                  "--fault: " + reason + "; './tck proxy --list-faults' says which can");
            });
  }

  private Addresses server() {
    if (upstream == null) {
      throw Mistake.usage("there is no server: give --upstream URL");
    }
    try {
      return Addresses.of(upstream.replaceFirst("[?#].*", ""));
    } catch (InvalidAddress e) {
      throw Mistake.usage("--upstream: " + e.getMessage());
    }
  }

  private TransportOptions transport() {
    return trust.through(ProxyVariable.in(surroundings.environment()));
  }

  /** Told before a client is: it could say no more than that something is wrong. */
  private void refuseUnreachable(URI server) throws InterruptedException {
    try (PlainNetwork network = PlainNetwork.open(transport())) {
      new Doorstep(network)
          .obstacle(server)
          .ifPresent(
              why -> {
                throw Mistake.usage("--upstream: " + why);
              });
    }
  }

  private int serve(CutOff cutOff, URI server, InetAddress address, LintLog log)
      throws InterruptedException {
    Optional<String> token = adminOptions.token(address);
    refuseUnreachable(server);
    FaultProxy proxy = start(server, address, token, log);
    try {
      introduce(proxy, server, token);
      new CountDownLatch(1).await();
      return ExitCode.CONFORMANT.code();
    } catch (InterruptedException e) {
      cutOff.settle();
      List<Charge> faults = proxy.faults();
      proxy.close();
      return summary(faults, log);
    } finally {
      proxy.close();
    }
  }

  private FaultProxy start(URI server, InetAddress address, Optional<String> token, LintLog log) {
    FaultProxy.Builder builder =
        FaultProxy.builder()
            .upstream(server)
            .transport(transport())
            .host(address)
            .port(listenOptions.port)
            .faults(faultOption.faults);
    if (!adminOptions.noAdmin) {
      token.ifPresentOrElse(builder::admin, builder::admin);
    }
    if (trace != null) {
      TraceFiles files = new TraceFiles(trace, server.toString());
      builder.reader(files::write);
    }
    if (!noLint) {
      builder.reader(log).critic(LintingCritic::new);
    }
    try {
      return builder.start();
    } catch (PortTaken e) {
      throw listenOptions.taken();
    }
  }

  private void introduce(FaultProxy proxy, URI server, Optional<String> token) {
    PrintWriter out = surroundings.out();
    out.println("Broadcast proxy at " + proxy.url() + " until Ctrl-C");
    out.println("  in front of " + server);
    adminOptions.introduce(proxy.url(), token, out);
    faultOption.faults.forEach(fault -> out.println("  fault      " + fault.name()));
    if (!faultOption.faults.isEmpty() && !noLint) {
      out.println("  what a fault does is found wrong too");
    }
    out.println();
    out.flush();
  }

  private int summary(List<Charge> faults, LintLog log) {
    PrintWriter out = surroundings.out();
    out.println();
    faults.stream()
        .map(Charge::fault)
        .forEach(
            fault ->
                out.println(
                    fault.activations() == 0
                        ? fault.name() + " was never active"
                        : fault.name() + " was active " + fault.activations() + " times"));
    if (!noLint) {
      log.counts().forEach((rule, count) -> out.println(rule + "  " + count));
      int all = log.counts().values().stream().mapToInt(Integer::intValue).sum();
      out.println(all == 0 ? "nothing was found wrong" : "findings: " + all);
    }
    out.flush();
    boolean isWrong = strict && !log.counts().isEmpty();
    return isWrong ? ExitCode.NOT_CONFORMANT.code() : CutOff.EXIT_CODE;
  }
}
