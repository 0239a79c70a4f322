package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.sdk.Cache;
import dev.broadcasttck.conformance.sdk.SdkUnavailable;
import dev.broadcasttck.conformance.sdk.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** The client libraries that come with an adapter, as they are typed. */
final class SdkOption implements Iterable<String> {
  /** Where the launcher says that the suite is. */
  private static final String HOME = "tck.home";

  /** Installs a release if need be, and says how its adapter is started. */
  static AdapterCommand command(String typed, Surroundings surroundings) {
    try {
      return Cache.of(surroundings.environment())
          .install(shelf().release(typed), news -> surroundings.err().println("tck: " + news));
    } catch (SdkUnavailable e) {
      throw Mistake.usage("--sdk: " + e.sentence());
    }
  }

  /** The adapters of the suite that this is, wherever it was called from. */
  static Shelf shelf() {
    Path home = Path.of(System.getProperty(HOME, "."));
    Path beside = home.resolve("adapters");
    return new Shelf(
        (Files.isDirectory(beside) ? beside : home.resolve("../adapters"))
            .toAbsolutePath()
            .normalize());
  }

  @Override
  public Iterator<String> iterator() {
    return shelf().names().iterator();
  }
}
