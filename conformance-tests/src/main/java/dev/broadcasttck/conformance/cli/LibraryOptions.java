package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.adapter.AdapterBroken;
import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.adapter.AdapterDriver;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.relay.RelayedDriver;
import dev.broadcasttck.conformance.wire.TransportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which client library is under test. */
final class LibraryOptions {
  @Option(
      names = "--sdk",
      paramLabel = "NAME[@VERSION]",
      completionCandidates = SdkOption.class,
      description =
          "Play with this library, which is installed if need be: ${COMPLETION-CANDIDATES}.")
  @Nullable String sdk;

  @Option(
      names = "--driver",
      paramLabel = "CLASS|NAME",
      description = "Play with a library of the JVM, whose driver is this class or has this name.")
  @Nullable String driver;

  @Option(
      names = "--driver-path",
      paramLabel = "PATH",
      description = "The jars and directories of that driver, as in a class path.")
  @Nullable String driverPath;

  @Parameters(
      paramLabel = "CMD",
      arity = "0..*",
      description = "After '--': the command that starts an adapter; docs/adapters.md tells how.")
  List<String> command = new ArrayList<>();

  /** Starts the library under test, which is installed by now; its wire is watched. */
  Supplier<Driver> starter(Surroundings surroundings, TransportOptions transport) {
    long ways = Stream.of(sdk != null, driver != null, !command.isEmpty()).filter(is -> is).count();
    if (ways != 1) {
      throw Mistake.usage(
          "give --sdk NAME@VERSION, or --driver CLASS, or an adapter's command after '--'");
    }
    if (driver != null) {
      String named = driver;
      LibraryDrivers drivers = new LibraryDrivers(Optional.ofNullable(driverPath));
      return () -> new RelayedDriver(drivers.named(named), transport);
    }
    AdapterCommand adapter = adapter(surroundings);
    return () -> start(adapter, transport);
  }

  /** A driver of the JVM has no adapter that could be looked at. */
  void demandAdapter() {
    if (driver != null || (sdk == null) == command.isEmpty()) {
      throw Mistake.usage("give --sdk NAME@VERSION, or an adapter's command after '--'");
    }
  }

  /** How the adapter is started; there is one unless a driver of the JVM is given. */
  AdapterCommand adapter(Surroundings surroundings) {
    return sdk == null
        ? new AdapterCommand(command, Path.of("").toAbsolutePath())
        : SdkOption.command(sdk, surroundings);
  }

  /** The library of a started adapter; its wire is watched. */
  static Driver start(AdapterCommand adapter, TransportOptions transport) {
    try {
      return new RelayedDriver(AdapterDriver.start(adapter), transport);
    } catch (AdapterBroken e) {
      throw Mistake.usage(String.valueOf(e.getMessage()));
    }
  }

  /** Where files are changed that the library under test is made of. */
  List<Path> workplaces() {
    if (sdk != null) {
      return List.of(SdkOption.shelf().directory().resolve(sdk.replaceFirst("(?<=.)@.*", "")));
    }
    Stream<Path> files =
        Stream.concat(
                command.stream(),
                Stream.ofNullable(driverPath).flatMap(path -> Stream.of(path.split(":", -1))))
            .map(Path::of)
            .filter(Files::exists)
            .map(Path::toAbsolutePath);
    return files
        .flatMap(file -> Stream.ofNullable(Files.isDirectory(file) ? file : file.getParent()))
        .distinct()
        .toList();
  }

  /** These options as they would be typed again; the command goes last. */
  String again() {
    String library = sdk == null ? "" : " --sdk " + sdk;
    String inside = driver == null ? "" : " --driver " + driver;
    String path = driverPath == null ? "" : " --driver-path '" + driverPath + "'";
    return library + inside + path;
  }

  String commandAgain() {
    return command.isEmpty() ? "" : " -- " + String.join(" ", command);
  }
}
