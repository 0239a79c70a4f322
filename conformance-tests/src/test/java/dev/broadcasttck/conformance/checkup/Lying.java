package dev.broadcasttck.conformance.checkup;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the small adapter is started. */
public final class Lying {
  private Lying() {}

  /** The words of its command, with the names of the lies it is to tell. */
  public static List<String> adapter(String... lies) {
    Stream<String> start =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SmallAdapter.class.getName());
    return Stream.concat(start, Stream.of(lies)).toList();
  }
}
