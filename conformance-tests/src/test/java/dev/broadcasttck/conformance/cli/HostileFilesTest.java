package dev.broadcasttck.conformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that were made to do harm, or that nobody can read, wherever a command takes a file. */
@Timeout(20)
class HostileFilesTest {
  private static final int MOST_WORDS = 50_000;

  @TempDir Path folder;

  /** What is wrong with a file, and a part of what must be said of it. */
  enum Harm {
    BILLION_LAUGHS("anchors (&) and aliases (*) are not read here"),
    FIFTY_MEGABYTES("the file has 50,000,000 bytes, which is too much"),
    DEEP("nested more than 40 levels deep"),
    KEYS_TWICE("`a` is here twice, first in line 1"),
    LATIN_1("the file is not UTF-8 text"),
    NUL("the character U+0000 cannot stand in YAML"),
    EMPTY(""),
    BLANK(""),
    A_LIST("object"),
    LONG_KEY("is not known here"),
    MANY_KEYS(" more\n"),
    FOLDER("this is a folder, give a file"),
    LINK_TO_ITSELF("the file cannot be read: Too many levels"),
    DEVICE("this is a pipe or a device, give a file");

    private final String said;

    Harm(String said) {
      this.said = said;
    }

    void inflict(Path file) throws IOException {
      switch (this) {
        case FIFTY_MEGABYTES -> {
          try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(50_000_000);
          }
        }
        case FOLDER -> Files.createDirectory(file);
        case LINK_TO_ITSELF -> Files.createSymbolicLink(file, file);
        case DEVICE -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
        case LATIN_1 -> Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xe9});
        default -> Files.writeString(file, text(), UTF_8);
      }
    }

    private String text() {
      return switch (this) {
        case BILLION_LAUGHS -> "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        case DEEP -> "a: " + "[".repeat(100_000);
        case KEYS_TWICE -> "a: 1\na: 2\n";
        case NUL -> "a: \0\n";
        case BLANK -> "# nothing\n\n";
        case A_LIST -> "- a\n- b\n";
        case LONG_KEY -> "? " + "x".repeat(900_000) + "\n: 1\n";
        case MANY_KEYS -> manyKeys();
        default -> "";
      };
    }

    private static String manyKeys() {
      StringBuilder keys = new StringBuilder();
      for (int key = 0; key < 20_000; key++) {
        keys.append("key").append(key).append(": 1\n");
      }
      return keys.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTargetFileIsRefusedInASentence(Harm harm) throws IOException {
    Path file = folder.resolve("target.yaml");
    harm.inflict(file);

    Shell.Answer answer = Shell.EMPTY.type("run", "--target", file.toString());
    isRefused(answer, file);
    if (Files.isRegularFile(file)) {
      assertThat(answer.err()).contains(harm.said);
    }
  }

  @ParameterizedTest
  @EnumSource
  void scenariosAreRefusedInASentence(Harm harm) throws IOException {
    Path file = folder.resolve("scenarios.yaml");
    harm.inflict(file);

    Shell.Answer answer = Shell.EMPTY.type("run", "--scenarios", folder.toString());
    isRefused(answer, folder);
    assertThat(answer.err()).contains(harm.said);
  }

  @ParameterizedTest
  @EnumSource
  void whatAnSdkDeclaresIsRefusedInASentence(Harm harm) throws IOException {
    Path file = folder.resolve("sdk-compliance.yaml");
    harm.inflict(file);

    isRefused(
        Shell.EMPTY.type("client", "--compare-declared", file.toString(), "--", "no-such-program"),
        file);
  }

  @ParameterizedTest
  @EnumSource
  void certificatesAreRefusedInASentence(Harm harm) throws IOException {
    Path file = folder.resolve("ca.pem");
    harm.inflict(file);

    isRefused(
        Shell.EMPTY.type(
            "run", "--url", "wss://127.0.0.1:1", "--apikey", "k", "--ca", file.toString()),
        file);
  }

  @Test
  void aSecretIsNotReadFromADevice() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("target.yaml"), "url: ws://h\napikey: { file: /dev/zero }\n");

    Shell.Answer answer = Shell.EMPTY.type("run", "--target", file.toString());
    assertThat(answer.err()).startsWith(file + ":2: ").contains("/dev/zero").hasLineCount(1);
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void severalFilesAreToldTogether() throws IOException {
    List<Harm> harms = List.of(Harm.DEEP, Harm.LATIN_1, Harm.NUL, Harm.KEYS_TWICE);
    for (Harm harm : harms) {
      harm.inflict(folder.resolve(harm + ".yaml"));
    }

    Shell.Answer answer = Shell.EMPTY.type("run", "--scenarios", folder.toString());
    assertThat(harms)
        .allSatisfy(harm -> assertThat(answer.err()).contains(harm + ".yaml", harm.said));
  }

  private static void isRefused(Shell.Answer answer, Path where) {
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(where.toString()).doesNotContain("the suite itself");
    assertThat(answer.err().length()).isLessThan(MOST_WORDS);
    assertThat(answer.exitCode()).isEqualTo(4);
  }
}
