package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.spec.source.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Where an IDE jumps to: the line in the file, or in the jar where there is no file. */
final class Whereabouts {
  private static final String IN_CHECKOUT = "spec/";
  private static final String ON_CLASS_PATH = "tck/";

  private Whereabouts() {}

  /** The file is looked for from the working directory upwards: modules are tested in their own. */
  static TestSource of(Location location) {
    FilePosition position = FilePosition.from(location.line(), location.column());
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(folder -> folder.resolve(location.file()))
        .filter(Files::exists)
        .findFirst()
        .<TestSource>map(file -> FileSource.from(file.toFile(), position))
        .orElseGet(() -> ClasspathResourceSource.from(resource(location.file()), position));
  }

  /** The class path resource that a bundled file is, by its path in the checkout. */
  static String resource(String file) {
    return file.startsWith(IN_CHECKOUT)
        ? ON_CLASS_PATH + file.substring(IN_CHECKOUT.length())
        : file;
  }
}
