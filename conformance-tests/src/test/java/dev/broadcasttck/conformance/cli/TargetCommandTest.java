package dev.broadcasttck.conformance.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetCommandTest {
  private static final String SECRET = "a project's secret, thirty-two bytes or more";
  private static BroadcastMock mock;
  private static Shell shell;

  @TempDir Path folder;

  @BeforeAll
  static void startMock() {
    mock = BroadcastMock.builder().jwtSecret(SECRET).olderServer(true).start();
    shell = new Shell(Map.of("TCK_APIKEY", mock.anonKey()), "");
  }

  @AfterAll
  static void stopMock() {
    mock.close();
  }

  @Test
  void aFileIsWrittenThatCanBeCheckedAndPlayed() throws IOException {
    Path file = folder.resolve("target.yaml");
    Shell.Answer written = init("--out", file.toString());

    assertThat(written.exitCode()).isZero();
    assertThat(written.err()).startsWith("could not be found out: private-channels, flood");
    assertThat(Files.readString(file))
        .contains("\n  - acknowledgements # a broadcast with ack was answered\n")
        .contains("\n  - binary-frames #")
        .contains("\n  # - rest-single-event # a POST was answered with 404\n")
        .doesNotContain(mock.anonKey());
    assertThat(shell.type("target", "check", file.toString()).out())
        .endsWith("/realtime/v1/websocket, with 6 capabilities\n");
    Shell.Answer played =
        shell.type("run", "--target", file.toString(), "--corpus", "behaviour", "--only", "SELF-*");
    assertThat(played.exitCode()).isZero();
    assertThat(played.all()).doesNotContain(mock.anonKey());
  }

  @Test
  void withoutAPlaceForItTheFileIsPrinted() {
    Shell.Answer printed = init("--jwt-secret", SECRET);

    assertThat(printed.out())
        .contains("\njwt-secret: { env: TCK_JWT_SECRET }\n")
        .contains("\n  - rest-batch #")
        .doesNotContain(SECRET);
  }

  @Test
  void aFileIsOverwrittenByForceOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("target.yaml"), "mine");

    Shell.Answer refused = init("--out", file.toString());
    assertThat(refused.err())
        .isEqualToIgnoringNewLines(
            "tck target init: --out: " + file + " exists; overwrite it with --force");
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(file).hasContent("mine");

    assertThat(init("--out", file.toString(), "--force").exitCode()).isZero();
    assertThat(Files.readString(file)).contains("capabilities:");
  }

  @ParameterizedTest
  @CsvSource({"401, 4, refused the key", "200, 1, is no WebSocket", "503, 2, cannot take"})
  void aStrangerWhoDoesNotSpeakTheProtocolGetsNoFile(int status, int exitCode, String sentence) {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    try {
      server.stubFor(
          any(anyUrl())
              .willReturn(aResponse().withStatus(status).withBody("it was very-secret-key")));
      Path file = folder.resolve("target.yaml");
      Shell.Answer answer =
          Shell.EMPTY.type(
              "target",
              "init",
              "--url",
              server.baseUrl(),
              "--apikey",
              "very-secret-key",
              "--out",
              file.toString());

      assertThat(answer.err()).contains(sentence).hasLineCount(1).doesNotContain("very-secret-key");
      assertThat(answer.exitCode()).isEqualTo(exitCode);
      assertThat(file).doesNotExist();
    } finally {
      server.stop();
    }
  }

  @Test
  void aCheckTellsWhatIsWrongAndWhatIsStillMissing() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "\nulr: ws://h\n");
    Path early = Files.writeString(folder.resolve("early.yaml"), "apikey: { env: NOT_SET }\n");

    Shell.Answer refused = shell.type("target", "check", wrong.toString());
    assertThat(refused.err())
        .isEqualToIgnoringNewLines(wrong + ":2: `ulr` is not known here, did you mean `url`?");
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(shell.type("target", "check", early.toString()).out())
        .contains("missing: " + early + ":1: the environment variable `NOT_SET` is not set")
        .endsWith(early + " is right as far as it goes\n");
    assertThat(shell.type("target", "check", "memfire").out()).endsWith("as far as it goes\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --target memfyre | --target: 'memfyre' is neither a file nor a preset, did you mean `memfire`?",
        "run --target nowhere.yaml | is neither a file nor a preset; known are",
        "run --target mock --apikey k | a key without --url",
        "run --target supabase | there is no address: write `url`, or give --url",
        "run --target memfire --url ws://h --fault REST_DEAF | --fault is for the bundled mock",
        "run --corpus sever | there is no corpus 'sever', did you mean `server`?",
        "target init | there is no address: give --url URL",
        "target init --url ws://h --uot x | unknown option '--uot', did you mean '--out'?",
        "target chekc | unknown command 'chekc', did you mean 'check'?",
        "target check | Missing required parameter: 'FILE'",
      })
  void whatCannotBeIsToldInOneSentence(String typed, String sentence) {
    Shell.Answer answer = shell.type(typed.split(" ", -1));

    assertThat(answer.err()).contains(sentence).hasLineCount(1);
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void whatATargetDoesNotClaimIsNotApplicable() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("target.yaml"),
            "url: %s\napikey: { env: TCK_APIKEY }\ncapabilities: []\n".formatted(mock.url()));
    String[] run = {"run", "--target", file.toString(), "--only", "SMOKE-1"};

    assertThat(shell.type(run).out()).contains("2 not applicable").endsWith(": conformant\n");
    assertThat(
            shell.type("run", "--dry-run", "--target", file.toString(), "--only", "SMOKE-1").out())
        .contains("3 playings of 1 scenarios at")
        .contains("2 of them do not apply\nat most 2 sockets in all");
  }

  @Test
  void whatATargetClaimsAndDoesNotDoHasFailed() throws IOException {
    Path scenarios = Files.createDirectories(folder.resolve("scenarios/server"));
    Files.writeString(
        scenarios.resolve("rest.yaml"),
        """
        id: REST-1/single
        title: The path for a single event is there
        proves: [REST-1]
        versions: [1.0.0]
        requires: [rest-single-event]
        actors: { alice: {} }
        steps:
          - alice: { requests: { method: POST, path: /api/broadcast/a/events/b, headers: { apikey: $apikey }, json: {} }, as: post }
          - alice: { answers: { to: post, status: 202 } }
        """);
    String[] url = {"--url", mock.url().toString(), "--scenarios", folder.toString()};

    assertThat(run("memfire", url).out()).contains("1 not applicable");
    assertThat(run("memfire", url).exitCode()).isEqualTo(2);
    assertThat(run("supabase", url).exitCode()).isEqualTo(1);
  }

  private static Shell.Answer run(String target, String... more) {
    return shell.type(
        Stream.concat(Stream.of("run", "--target", target), Stream.of(more)).toList());
  }

  private static Shell.Answer init(String... more) {
    return shell.type(
        Stream.concat(Stream.of("target", "init", "--url", mock.url().toString()), Stream.of(more))
            .toList());
  }
}
