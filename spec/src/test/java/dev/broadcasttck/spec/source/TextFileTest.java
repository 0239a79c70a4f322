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
    assertThat(problem(directory.resolve("b.yaml")))
        .endsWith("b.yaml:1: the file cannot be read: it is not there");
  }

  @Test
  void aFolder() {
    assertThat(problem(directory)).isEqualTo(directory + ":1: this is a folder, give a file");
  }

  @Test
  void aDeviceIsNotRead() {
    assertThat(problem(Path.of("/dev/zero")))
        .isEqualTo("/dev/zero:1: this is a pipe or a device, give a file");
  }

  @Test
  void aLinkToItself() throws IOException {
    Path loop = directory.resolve("loop.yaml");
    Files.createSymbolicLink(loop, loop);

    assertThat(problem(loop)).startsWith(loop + ":1: the file cannot be read: Too many levels");
  }

  private static String problem(Path file) {
    Problems problems = new Problems();
    assertThat(TextFile.read(file, problems)).isEmpty();
    return problems.all().get(0).toString();
  }
}
