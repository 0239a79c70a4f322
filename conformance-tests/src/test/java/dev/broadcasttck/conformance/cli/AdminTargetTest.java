package dev.broadcasttck.conformance.cli;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target file that names the admin API of a mock. */
class AdminTargetTest {
  private static final String SECRET = "a-secret-that-is-long-enough-for-HS256";
  private static final String CLAIMS =
      "capabilities: [version-2, move-clock, idle-close, shutdown, database-broadcast,"
          + " private-channels]\n"
          + "topics: { read-write: \"rw-{nonce}\" }\n";

  @TempDir Path folder;

  private final BroadcastMock mock =
      BroadcastMock.builder()
          .jwtSecret(SECRET)
          .profile(new Profile(ZERO, ZERO, ZERO, ZERO, true, false, false))
          .admin("sesame")
          .start();

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void isHeldToWhatNoClientCanBringAbout() throws IOException {
    Shell.Answer answer = play("{ url: %s/__tck, token: { env: ADMIN } }".formatted(mock.url()));

    assertThat(answer.out()).contains("7 passed").doesNotContain("not applicable", "sesame");
    assertThat(answer.err()).doesNotContain("not put to the test");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void withoutItThatIsNotApplicable() throws IOException {
    Path file = written("");
    Shell.Answer answer =
        shell().type("run", "--target", file.toString(), "--only", "END-1/shutdown");

    assertThat(answer.out()).contains("2 not applicable");
    assertThat(answer.err()).contains("`shutdown`: not put to the test");
  }

  @Test
  void aWrongTokenIsToldBeforeTheWork() throws IOException {
    Shell.Answer answer = play("{ url: %s/__tck, token: { value: thyme } }".formatted(mock.url()));

    assertThat(answer.err())
        .contains("target.yaml:5: " + mock.url() + "/__tck says 401: ", "the admin token is wrong");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void aMockThatIsNotThereIsToldBeforeTheWork() throws IOException {
    Shell.Answer answer = play("{ url: http://127.0.0.1:1/__tck }");

    assertThat(answer.err())
        .contains("target.yaml:5: nobody answers at http://127.0.0.1:1/__tck; is the mock running");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void anAddressOfSomethingElseIsNone() throws IOException {
    Shell.Answer answer = play("{ url: http://127.0.0.1:4000 }");

    assertThat(answer.err()).contains("target.yaml:5: ", "http://127.0.0.1:4000/__tck");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  private Shell.Answer play(String admin) throws IOException {
    Path file = written("admin: " + admin + "\n");
    return shell()
        .type(
            "run",
            "--target",
            file.toString(),
            "--repeat",
            "1",
            "--drain",
            "1ms",
            "--only",
            "END-1/shutdown",
            "--only",
            "END-2/operator",
            "--only",
            "END-6/idle",
            "--only",
            "REPLAY-1/private-message");
  }

  private Shell shell() {
    return new Shell(Map.of("ADMIN", "sesame", "SECRET", SECRET), "");
  }

  private Path written(String admin) throws IOException {
    return Files.writeString(
        folder.resolve("target.yaml"),
        "url: %s\napikey: { value: %s }\njwt-secret: { env: SECRET }\n"
                .formatted(mock.url(), mock.anonKey())
            + "name: a mock\n"
            + admin
            + CLAIMS);
  }
}
