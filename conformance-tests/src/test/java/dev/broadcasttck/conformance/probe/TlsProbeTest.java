package dev.broadcasttck.conformance.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server behind TLS that answers 401 to everybody who gets as far as asking. */
class TlsProbeTest {
  private static final String PASSWORD = "made-for-this-test";
  @TempDir private Path folder;
  private final HeldCertificate ca = new HeldCertificate.Builder().certificateAuthority(0).build();
  private Optional<WireMockServer> server = Optional.empty();

  @BeforeEach
  void writeTheCa() throws IOException {
    Files.writeString(caFile(), ca.certificatePem());
  }

  @AfterEach
  void stop() {
    server.ifPresent(WireMockServer::stop);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedWithTheTwoWaysOut() throws Exception {
    int port = serve("localhost");

    Standing standing = probe(port, TransportOptions.PLAIN);

    assertThat(standing).isInstanceOf(Standing.Unreachable.class);
    assertThat(standing.sentence())
        .isEqualTo(
            "the certificate of localhost:"
                + port
                + " is not trusted; give its CA with --ca FILE, or trust any with --insecure");
  }

  @Test
  void insecureTrustsAnybody() throws Exception {
    TransportOptions insecure = new TransportOptions(true, Optional.empty(), Optional.empty());

    assertThat(probe(serve("elsewhere.example"), insecure)).isInstanceOf(Standing.KeyRefused.class);
  }

  @Test
  void theCaFileVouchesForItsOwn() throws Exception {
    assertThat(probe(serve("localhost"), vouched())).isInstanceOf(Standing.KeyRefused.class);
  }

  @Test
  void theCaFileDoesNotVouchForAnotherHost() throws Exception {
    Standing standing = probe(serve("elsewhere.example"), vouched());

    assertThat(standing).isInstanceOf(Standing.Unreachable.class);
    assertThat(standing.sentence()).contains("is for another host");
  }

  @Test
  void theProxyIsNotUsedForThisMachine() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:1");
    TransportOptions proxied = new TransportOptions(true, Optional.empty(), Optional.of(nobody));

    assertThat(probe(serve("localhost"), proxied)).isInstanceOf(Standing.KeyRefused.class);
  }

  private Standing probe(int port, TransportOptions options) throws InterruptedException {
    try (Transport transport = Transport.open(options)) {
      return new EndpointProbe(transport, Duration.ofSeconds(5))
          .probe(
              Addresses.of("wss://localhost:" + port).endpoint(new Secret("k"), Map.of()),
              ProtocolVersion.V1);
    }
  }

  private TransportOptions vouched() {
    return new TransportOptions(false, Optional.of(caFile()), Optional.empty());
  }

  private Path caFile() {
    return folder.resolve("ca.pem");
  }

  private int serve(String name) throws GeneralSecurityException, IOException {
    WireMockServer started =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(keyStore(name).toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    server = Optional.of(started);
    started.start();
    started.stubFor(any(anyUrl()).willReturn(status(401)));
    return started.httpsPort();
  }

  private Path keyStore(String name) throws GeneralSecurityException, IOException {
    HeldCertificate leaf =
        new HeldCertificate.Builder().signedBy(ca).addSubjectAlternativeName(name).build();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server",
        leaf.keyPair().getPrivate(),
        PASSWORD.toCharArray(),
        new Certificate[] {leaf.certificate(), ca.certificate()});
    Path file = folder.resolve("server.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }
}
