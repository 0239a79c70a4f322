package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.profile.ProfileReader;
import dev.broadcasttck.spec.source.Problems;
import java.util.List;

/** The suite's own profiles. */
public final class Profiles {
  private Profiles() {}

  /** All of them, by name. The build has checked them. */
  public static List<Profile> bundled() {
    Problems problems = new Problems();
    List<Profile> profiles =
        Bundle.files("profiles").stream()
            .flatMap(file -> file.documents(Check.NONE, problems).stream())
            .map(ProfileReader::read)
            .toList();
    problems.refuseAny();
    return profiles;
  }
}
