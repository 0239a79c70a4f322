package dev.broadcasttck.conformance.wire;

import dev.broadcasttck.spec.source.InvalidSource;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed.
 *
 * @param judge of certificates
 * @param anyName whether a certificate for another host passes
 */
public record Trust(X509TrustManager judge, boolean anyName) {
  /** In bytes; all the authorities that browsers know have less than a tenth of it. */
  private static final int LARGEST = 4_000_000;

  public static Trust of(TransportOptions options) {
    if (options.insecure()) {
      return new Trust(new Anyone(), true);
    }
    try {
      X509TrustManager system = judge(null);
      return options
          .caFile()
          .map(file -> new Trust(withMore(system, file), false))
          .orElseGet(() -> new Trust(system, false));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no trust store that can be read", e);
    }
  }

  void applyTo(OkHttpClient.Builder builder) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {judge}, null);
      builder.sslSocketFactory(context.getSocketFactory(), judge);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
    if (anyName) {
      builder.hostnameVerifier((host, session) -> true);
    }
  }

  private static X509TrustManager withMore(X509TrustManager system, Path file) {
    List<Certificate> trusted = new ArrayList<>(List.of(system.getAcceptedIssuers()));
    trusted.addAll(certificates(file));
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : trusted) {
        store.setCertificateEntry(String.valueOf(store.size()), certificate);
      }
      return judge(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot add certificates to a trust store", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path file) {
    // What is read from a pipe or a device may never end.
    if (!Files.isRegularFile(file)) {
      throw unusable(file, "cannot be read");
    }
    try (InputStream pem = new BufferedInputStream(Files.newInputStream(file))) {
      if (Files.size(file) > LARGEST) {
        throw unusable(file, "has more than " + LARGEST + " bytes");
      }
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (found.isEmpty()) {
        throw unusable(file, "holds no certificate");
      }
      return found;
    } catch (IOException e) {
      throw unusable(file, "cannot be read");
    } catch (GeneralSecurityException e) {
      throw unusable(file, "is no list of certificates");
    }
  }

  private static InvalidSource unusable(Path file, String what) {
    return new InvalidSource(
        List.of(
            new Problem(
                new Location(file.toString(), 1, 1),
                "the CA file " + what + "; give a file of certificates in PEM")));
  }

  /** Of the system's own certificates where no store is given. */
  private static X509TrustManager judge(@Nullable KeyStore store)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager judge) {
        return judge;
      }
    }
    throw new IOException("no X.509 trust manager");
  }

  /** Believes everybody. */
  private static final class Anyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
