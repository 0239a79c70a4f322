package dev.broadcasttck.conformance.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {
  private static final String SECRET = "a project's secret, thirty-two bytes or more";
  private static BroadcastMock mock;

  @TempDir Path folder;

  @BeforeAll
  static void startMock() {
    mock = BroadcastMock.builder().jwtSecret(SECRET).start();
  }

  @AfterAll
  static void stopMock() {
    mock.close();
  }

  @Test
  void theBundledMockConforms() {
    Shell.Answer answer = Shell.EMPTY.type("run");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).endsWith(": conformant\n").contains("Self echo");
    assertThat(answer.out().lines().count()).isLessThan(100);
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aServerThatBreaksARuleDoesNot() {
    Shell.Answer answer =
        Shell.EMPTY.type("run", "--fault", "ECHO_ALWAYS", "--only", "SELF-1", "--vsn", "1.0.0");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out())
        .endsWith(": not conformant\n")
        .contains("again     ./tck run --fault ECHO_ALWAYS --only 'SELF-1/");
  }

  @Test
  void whatIsToldToTypeAgainPlaysExactlyThat() {
    Shell.Answer failed = Shell.EMPTY.type("run", "--fault", "ECHO_ALWAYS", "--only", "SELF-1");
    String command =
        failed.out().lines().filter(line -> line.startsWith("  again")).findFirst().orElseThrow();
    String typed = command.substring(command.indexOf("run")).replace("'", "");

    assertThat(Shell.EMPTY.type(typed.split(" ", -1)).out()).contains("\n1 failed in ");
  }

  @ParameterizedTest
  @CsvSource({
    "SMOKE-1, 3",
    "SMOKE-1/a-broadcast-reaches-the-other-member, 3",
    "SMOKE-1/a-broadcast-reaches-the-other-member@2.0.0, 1",
    "SMOKE-*, 3",
    "tag:smoke, 3",
    "*@2.0.0+binary, 0"
  })
  void onlySelectsByScenarioRuleGlobAndTag(String pattern, int atMost) {
    List<String> listed =
        Shell.EMPTY.type("run", "--list", "--only", pattern).out().lines().toList();

    assertThat(listed).isNotEmpty();
    if (atMost > 0) {
      assertThat(listed).hasSize(1);
      assertThat(listed.get(0)).startsWith("SMOKE-1/a-broadcast-reaches-the-other-member  [");
      assertThat(listed.get(0).split("[\\[\\]]", -1)[1].split(" ", -1)).hasSize(atMost);
    } else {
      assertThat(listed).allMatch(line -> line.contains("  [2.0.0+binary]  "));
    }
  }

  @Test
  void aDryRunOpensNothingAndSaysWhatItWouldTake() {
    Shell.Answer answer =
        Shell.EMPTY.type(
            "run",
            "--dry-run",
            "--url",
            "ws://nowhere.invalid",
            "--apikey",
            "k",
            "--only",
            "SMOKE-1");

    assertThat(answer.out())
        .endsWith(
            """

            3 playings of 1 scenarios at ws://nowhere.invalid/realtime/v1/websocket
            at most 6 sockets in all
            at most 20 sockets at a time, 20 joins and 50 events a second
            """);
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aKeyComesFromAnOptionTheEnvironmentStandardInputOrTheSecret() {
    String[] run = {"run", "--url", mock.url().toString(), "--only", "tag:smoke"};
    String key = mock.anonKey();
    List<Shell.Answer> answers =
        List.of(
            Shell.EMPTY.type(and(run, "--apikey", key)),
            new Shell(Map.of("TCK_APIKEY", key), "").type(run),
            new Shell(Map.of(), key + "\n").type(and(run, "--apikey", "-")),
            Shell.EMPTY.type(and(run, "--token", key)),
            Shell.EMPTY.type(and(run, "--jwt-secret", SECRET)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.exitCode()).isZero());
    assertThat(answers).allSatisfy(answer -> assertThat(answer.all()).doesNotContain(key, SECRET));
  }

  @Test
  void theResultsAreWrittenWithoutTheKey() throws IOException {
    Path file = folder.resolve("results.json");
    Shell.Answer answer =
        Shell.EMPTY.type(
            "run",
            "--url",
            mock.url().toString(),
            "--apikey",
            mock.anonKey(),
            "--only",
            "REST-1",
            "--json",
            file.toString());

    assertThat(answer.exitCode()).isZero();
    JsonNode results = JsonMapper.shared().readTree(file).path("results");
    assertThat(results).isNotEmpty().allMatch(r -> r.path("verdict").asString().equals("passed"));
    assertThat(Files.readString(file)).doesNotContain(mock.anonKey());
  }

  @ParameterizedTest
  @CsvSource({
    "401, application/json, 4, refused the key",
    "403, application/json, 4, refused the key",
    "200, text/html, 1, is no WebSocket",
    "404, text/html, 1, is no WebSocket",
    "301, text/html, 1, redirects to",
    "503, text/html, 2, cannot take a client in now"
  })
  void somethingElseAtTheAddressIsNeverGreen(
      int status, String type, int exitCode, String sentence) {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    try {
      server.stubFor(
          any(anyUrl())
              .willReturn(
                  aResponse()
                      .withStatus(status)
                      .withHeader("Content-Type", type)
                      .withHeader("Location", "/elsewhere")
                      .withBody("your gateway's word was open-sesame")));
      Shell.Answer answer =
          Shell.EMPTY.type(
              "run",
              "--url",
              server.baseUrl(),
              "--apikey",
              "very-secret-key",
              "--header",
              "X-Gateway: open-sesame");

      assertThat(answer.err()).contains(sentence).hasLineCount(1).doesNotContain("open-sesame");
      assertThat(answer.exitCode()).isEqualTo(exitCode);
      assertThat(answer.out()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void nobodyAtTheAddressIsInconclusive() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Shell.Answer answer =
        Shell.EMPTY.type("run", "--url", "ws://127.0.0.1:" + free, "--apikey", "very-secret-key");

    assertThat(answer.err()).contains("nobody listens at 127.0.0.1:" + free).hasLineCount(1);
    assertThat(answer.exitCode()).isEqualTo(2);
  }

  @Test
  void headersAreSentWithEveryRequest() {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    try {
      Shell.EMPTY.type(
          "run", "--url", server.baseUrl(), "--apikey", "k", "--header", "X-Gateway: open sesame");
      assertThat(server.getAllServeEvents())
          .isNotEmpty()
          .allMatch(e -> e.getRequest().getHeader("X-Gateway").equals("open sesame"));
    } finally {
      server.stop();
    }
  }

  private static String[] and(String[] arguments, String... more) {
    return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
