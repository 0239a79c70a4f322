package dev.broadcasttck.spec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is kept in the repository although it could be made anew, so that a change of it
 * shows up in review.
 *
 * @param path from the module's directory
 * @param content what it has to say
 */
public record GeneratedFile(Path path, String content) {

  /** Fails where the file says something else; with {@code -Dtck.write=true} writes it instead. */
  public void inspect() throws IOException {
    if (Boolean.getBoolean("tck.write")) {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, content);
    }
    assertThat(path)
        .as("%s is generated; run this test with -Dtck.write=true to make it anew", path)
        .exists()
        .hasContent(content);
  }
}
