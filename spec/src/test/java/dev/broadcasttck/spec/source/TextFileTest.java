package dev.broadcasttck.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  @TempDir Path directory;

  @Test
  void bytesThatAreNoText() throws IOException {
    Path file = Files.write(directory.resolve("a.yaml"), new byte[] {'a', (byte) 0xFF});

    assertThat(problem(file)).isEqualTo(file + ":1: the file is not UTF-8 text");
  }

  @Test
  void aFileOfFiftyMegabytesIsNotEvenOpened() throws IOException {
    Path file = directory.resolve("a.yaml");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(50_000_000);
    }

    assertThat(problem(file))
        .isEqualTo(file + ":1: the file has 50,000,000 bytes, which is too much");
  }

  @Test
  void aFileThatIsNotThere() {
    assertThat(problem(directory.resolve("b.yaml"))).contains("b.yaml:1: the file cannot be read");
  }

  private static String problem(Path file) {
    Problems problems = new Problems();
    assertThat(TextFile.read(file, problems)).isEmpty();
    return problems.all().get(0).toString();
  }
}
