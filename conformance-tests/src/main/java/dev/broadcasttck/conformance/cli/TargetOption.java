package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.target.Declaration;
import dev.broadcasttck.conformance.target.DeclaredTarget;
import dev.broadcasttck.conformance.target.TargetFile;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Cluster;
import dev.broadcasttck.conformance.venue.Host;
import dev.broadcasttck.conformance.venue.Stranger;
import dev.broadcasttck.conformance.venue.Venue;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says what is known of the server. */
final class TargetOption {
  @Option(
      names = "--target",
      paramLabel = "FILE|NAME",
      completionCandidates = Names.class,
      description =
          "What is known of the server: a file, see './tck target', or one of"
              + " ${COMPLETION-CANDIDATES}. The other options go before it.")
  @Nullable String target;

  /** Somebody else's server; empty for our own mock. */
  Optional<Venue> host(EndpointOptions options, Surroundings surroundings) {
    return named(options, surroundings)
        .map(
            venue ->
                options.nodes.isEmpty()
                    ? venue
                    : new Cluster(venue, options.others(venue.endpoint())));
  }

  private Optional<Venue> named(EndpointOptions options, Surroundings surroundings) {
    if (target == null && options.namesServer()) {
      Endpoint endpoint = options.endpoint(surroundings);
      return Optional.of(new Stranger(endpoint, options.secrets(endpoint)));
    }
    if (!options.namesServer() && (target == null || target.equals(BundledMock.PRESET))) {
      options.refuseForMock();
      return Optional.empty();
    }
    Declaration declaration = NamedTarget.declaration(String.valueOf(target));
    declaration.notes(false).forEach(note -> surroundings.err().println("note: " + note));
    DeclaredTarget declared = declaration.complete(options.supplies(surroundings));
    declared.stageHand().ifPresent(StageHand::introduce);
    return Optional.of(new Host(declared));
  }

  /** This option as it would be typed again. */
  String again() {
    return target == null ? "" : " --target '" + target + "'";
  }

  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TargetFile.PRESETS.iterator();
    }
  }
}
