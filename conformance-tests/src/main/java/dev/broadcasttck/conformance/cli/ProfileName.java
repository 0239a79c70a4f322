package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.spec.corpus.Profiles;
import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The profiles as they are typed. */
final class ProfileName implements ITypeConverter<Profile>, Iterable<String> {
  @Override
  public Profile convert(String typed) {
    return Profiles.bundled().stream()
        .filter(profile -> profile.name().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no profile '" + typed + "'" + DidYouMean.among(names(), typed)));
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static List<String> names() {
    return Profiles.bundled().stream().map(Profile::name).toList();
  }
}
