package dev.broadcasttck.conformance.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.proxy.Talk;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code tck proxy} before a server, with clients that go through it. */
@Timeout(60)
class ProxyUpstreamTest {
  private static final Pattern ADDRESS = Pattern.compile("Broadcast proxy at (\\S+) until");
  private static final String WRONG = "{\"topic\":\"realtime:a\",\"event\":\"broadcast\"}";

  @TempDir Path folder;

  private final HeldCertificate ca = new HeldCertificate.Builder().certificateAuthority(0).build();
  private final BroadcastMock mock = BroadcastMock.builder().start();

  @BeforeEach
  void writeTheCa() throws IOException {
    Files.writeString(caFile(), ca.certificatePem());
  }

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void strictEndsWithOneWhereAClientDidWrong() throws Exception {
    try (Begun proxy = proxy(Map.of(), mock.url().toString(), "--strict")) {
      converse(proxy, WRONG);

      assertThat(proxy.stop()).isEqualTo(1);
      assertThat(proxy.said()).contains("CCONNECT-3  socket-1  client: ", "findings: 1");
    }
  }

  @Test
  void strictEndsAsCtrlCDoesWhereNothingWasWrong() throws Exception {
    try (Begun proxy = proxy(Map.of(), mock.url().toString(), "--strict")) {
      converse(proxy);

      assertThat(proxy.stop()).isEqualTo(130);
      assertThat(proxy.said()).contains("nothing was found wrong");
    }
  }

  @Test
  void withoutStrictAFindingIsOnlyTold() throws Exception {
    try (Begun proxy = proxy(Map.of(), mock.url().toString())) {
      converse(proxy, WRONG);

      assertThat(proxy.stop()).isEqualTo(130);
      assertThat(proxy.said()).contains("findings: 1");
    }
  }

  @Test
  void aServerBehindTlsIsReachedWithItsCa() throws Exception {
    try (Pipe tls = tls("localhost");
        Begun proxy =
            proxy(Map.of(), "wss://localhost:" + tls.port(), "--ca", caFile().toString())) {
      converse(proxy);

      assertThat(proxy.stop()).isEqualTo(130);
      assertThat(proxy.said()).contains("nothing was found wrong");
    }
  }

  @Test
  void aServerWhoseCertificateIsNotTrustedIsToldBeforeAClientComes() throws Exception {
    try (Pipe tls = tls("localhost")) {
      assertThat(refusal("wss://localhost:" + tls.port()))
          .isEqualTo(
              "tck proxy: --upstream: the certificate of localhost:%d is not trusted; give its CA with --ca FILE, or trust any with --insecure\n"
                  .formatted(tls.port()));
    }
  }

  @Test
  void soIsOneWithAnotherServersCertificate() throws Exception {
    try (Pipe tls = tls("upstream.example")) {
      assertThat(refusal("wss://localhost:" + tls.port(), "--ca", caFile().toString()))
          .contains("the certificate of localhost:" + tls.port() + " is for another host; check");
    }
  }

  @Test
  void soIsOneThatSpeaksNoTls() {
    assertThat(refusal("wss://127.0.0.1:" + mock.port()))
        .contains("127.0.0.1:" + mock.port() + " speaks no TLS; try ws:// in place of wss://");
  }

  @Test
  void aCertificateThatNobodyTrustsDoesWhereAnyIsTrusted() throws Exception {
    try (Pipe tls = tls("upstream.example");
        Begun proxy = proxy(Map.of(), "wss://localhost:" + tls.port(), "--insecure")) {
      converse(proxy);

      assertThat(proxy.stop()).isEqualTo(130);
    }
  }

  @Test
  void aServerThatIsGoneLaterIsToldToTheClient() throws Exception {
    Pipe tls = tls("localhost");
    try (Begun proxy =
        proxy(Map.of(), "wss://localhost:" + tls.port(), "--ca", caFile().toString())) {
      tls.close();
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address(proxy).resolve("/rest/v1/")).build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).startsWith("the proxy cannot reach localhost:" + tls.port());
    }
  }

  @Test
  void theEnvironmentNamesAProxyToGoThrough() throws Exception {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    try (Pipe tls = tls("upstream.example");
        Pipe tunnel = Pipe.open(door(), client -> asked.add(grant(client)), tls.port());
        Begun proxy =
            proxy(
                Map.of("HTTPS_PROXY", "http://127.0.0.1:" + tunnel.port()),
                "wss://upstream.example",
                "--ca",
                caFile().toString())) {
      converse(proxy);

      assertThat(asked).isNotEmpty().allMatch(it -> it.startsWith("CONNECT upstream.example:443 "));
      assertThat(proxy.said()).doesNotContain("expected");
    }
  }

  private static Begun proxy(Map<String, String> environment, String upstream, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("proxy", "--upstream", upstream, "--port", "0", "--no-admin"));
    arguments.addAll(List.of(more));
    return Begun.type(new Shell(environment, ""), arguments, "in front of");
  }

  /** What is told where the command does not begin. */
  private static String refusal(String upstream, String... more) {
    List<String> arguments = new ArrayList<>(List.of("proxy", "--upstream", upstream));
    arguments.addAll(List.of(more));
    Shell.Answer answer = Shell.EMPTY.type(arguments.toArray(new String[0]));
    assertThat(answer.exitCode()).isEqualTo(4);
    return answer.err();
  }

  private static URI address(Begun proxy) {
    Matcher said = ADDRESS.matcher(proxy.said());
    assertThat(said.find()).isTrue();
    return URI.create(said.group(1));
  }

  /** Says something, and waits for the answer to a heartbeat behind it. */
  private void converse(Begun proxy, String... texts) throws InterruptedException {
    try (Talk talk = Talk.open(address(proxy), mock.anonKey())) {
      List.of(texts).forEach(talk::say);
      talk.beat();
    }
  }

  /** The mock behind TLS, with a certificate of that name. */
  private Pipe tls(String name) throws IOException {
    HeldCertificate leaf =
        new HeldCertificate.Builder().signedBy(ca).addSubjectAlternativeName(name).build();
    ServerSocket door =
        new HandshakeCertificates.Builder()
            .heldCertificate(leaf, ca.certificate())
            .build()
            .sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return Pipe.open(door, client -> {}, mock.port());
  }

  private static ServerSocket door() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Answers a request for a tunnel, and gives back its head. */
  private static String grant(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
    return head.toString();
  }

  private Path caFile() {
    return folder.resolve("ca.pem");
  }
}
