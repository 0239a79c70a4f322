package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The protocol versions as they are typed. */
final class Vsn implements ITypeConverter<ProtocolVersion>, Iterable<String> {
  @Override
  public ProtocolVersion convert(String typed) {
    return ProtocolVersion.named(typed)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no version '"
                        + typed
                        + "', there are "
                        + String.join(" and ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(ProtocolVersion.values()).map(ProtocolVersion::vsn).iterator();
  }
}
