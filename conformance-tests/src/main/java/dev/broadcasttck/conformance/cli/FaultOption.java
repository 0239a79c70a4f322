package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.mock.calamity.Calamities;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that makes the mock misbehave. */
final class FaultOption {
  @Option(
      names = "--fault",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      converter = Names.class,
      description =
          "Let the bundled mock misbehave: ${COMPLETION-CANDIDATES}. May be given several times.")
  List<Fault> faults = new ArrayList<>();

  /** Only our own server can be told to misbehave, and this is somebody else's. */
  void refuse() {
    if (!faults.isEmpty()) {
      throw Mistake.usage("--fault is for the bundled mock, and this is another server");
    }
  }

  /** This option as it would be typed again. */
  String again() {
    return String.join("", faults.stream().map(fault -> " --fault " + fault.name()).toList());
  }

  static final class Names implements ITypeConverter<Fault>, Iterable<String> {
    @Override
    public Fault convert(String typed) {
      return Faults.named(typed)
          .or(() -> Calamities.named(typed))
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no fault '" + typed + "'" + DidYouMean.among(names(), typed)));
    }

    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }

    private static List<String> names() {
      return Stream.concat(Faults.names().stream(), Calamities.names().stream()).toList();
    }
  }
}
