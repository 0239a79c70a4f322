package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is certified can be verified by somebody else, and what is not cannot. */
class CertifyCommandTest {
  @TempDir static Path folder;

  private static Shell.Answer made;

  @BeforeAll
  static void certify() {
    made = Shell.EMPTY.type("certify", "--new-key", path("key"));
    assertThat(made.exitCode()).as(made.all()).isZero();
    Shell.Answer certified = certified("bundle.zip", "--key", path("key"));
    assertThat(certified.exitCode()).as(certified.all()).isZero();
    assertThat(certified.out()).contains("profile core 1.0.0: certified", fingerprint());
  }

  @Test
  void aBundleIsVerifiedWithTheOwnersKey() {
    Shell.Answer answer = verified("bundle.zip", "--key", path("key.pub"));

    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out())
        .contains("profile core 1.0.0: certified", "signed with the key given: " + fingerprint())
        .containsPattern("verified: \\d+ verdicts derived again from \\d+ traces")
        .contains("none is not derivable");
  }

  @Test
  void withoutAKeyNobodyVouchesForIt() {
    assertThat(verified("bundle.zip").out())
        .contains("signed with a key that nothing here vouches for: " + fingerprint());
  }

  @Test
  void aKeyThatIsMadeForTheBundleIsNotTheOwners() {
    Shell.Answer other = certified("other.zip");

    assertThat(other.out()).contains("signed with a key made for it: SHA256:");
    Shell.Answer answer = verified("other.zip", "--key", path("key.pub"));
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).startsWith("refused: it is signed with the key SHA256:");
  }

  @Test
  void whatIsNotCertifiedIsEvidenceToo() {
    Shell.Answer answer = certified("echo.zip", "--fault", "ECHO_ALWAYS");

    assertThat(answer.exitCode()).isEqualTo(1);
    Shell.Answer verified = verified("echo.zip");
    assertThat(verified.exitCode()).as(verified.all()).isZero();
    assertThat(verified.out()).contains("profile core 1.0.0: not certified: ", "SELF-1 broken");
  }

  @Test
  void aChangedBundleIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("bundle.zip"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve("changed.zip"), bytes);

    Shell.Answer answer = verified("changed.zip");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).startsWith("refused: ").hasLineCount(1);
  }

  @Test
  void theKeyIsForItsOwnerOnlyAndNeverWrittenOver() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(path("key")))))
        .isEqualTo("rw-------");
    assertThat(Files.readString(Path.of(path("key.pub")))).doesNotContain("PRIVATE");
    Shell.Answer again = Shell.EMPTY.type("certify", "--new-key", path("key"));
    assertThat(again.exitCode()).isEqualTo(4);
    assertThat(again.err()).contains("exists; name a new file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certify | --out is missing",
        "certify --out FOLDER/x.zip --key FOLDER/key.pub | is no key to sign with",
        "certify --out FOLDER/x.zip --key FOLDER/none | cannot be read as text",
        "certify --out FOLDER/x.zip --profile client | is about clients, and only servers are",
        "verify-bundle FOLDER/none.zip | cannot be read",
        "verify-bundle FOLDER/key.pub | is no bundle of './tck certify': it is no zip file",
        "verify-bundle FOLDER/bundle.zip --key FOLDER/bundle.zip | cannot be read as text",
      })
  void aMistakeGetsASentence(String typed, String sentence) {
    Shell.Answer answer =
        Shell.EMPTY.type(typed.replace("FOLDER", folder.toString()).split(" ", -1));

    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(4);
    assertThat(answer.err()).contains(sentence).hasLineCount(1);
  }

  private static Shell.Answer certified(String file, String... more) {
    List<String> words =
        new ArrayList<>(List.of("certify", "--repeat", "2", "--drain", "1ms", "--out", path(file)));
    words.addAll(List.of(more));
    return Shell.EMPTY.type(words);
  }

  private static Shell.Answer verified(String file, String... more) {
    List<String> words = new ArrayList<>(List.of("verify-bundle", path(file)));
    words.addAll(List.of(more));
    return Shell.EMPTY.type(words);
  }

  private static String fingerprint() {
    return made.out()
        .lines()
        .filter(it -> it.startsWith("fingerprint: "))
        .findFirst()
        .orElseThrow()
        .replace("fingerprint: ", "");
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }
}
