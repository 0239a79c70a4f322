package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.wire.TransportOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose certificates are trusted. */
final class TrustOptions {
  @Option(names = "--insecure", description = "Trust any certificate.")
  boolean insecure;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trust the certificates in this PEM file too.")
  @Nullable Path ca;

  /**
   * How to connect.
   *
   * @param proxy through which, if any
   */
  TransportOptions through(Optional<URI> proxy) {
    return new TransportOptions(insecure, Optional.ofNullable(ca), proxy);
  }

  /** The same options, to be typed again. */
  String again() {
    return (insecure ? " --insecure" : "") + (ca == null ? "" : " --ca '" + ca + "'");
  }
}
