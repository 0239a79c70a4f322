package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may ask the mock's admin API. */
final class AdminOptions {
  private static final int TOKEN_BYTES = 16;

  @Option(
      names = "--admin-token",
      paramLabel = "TOKEN",
      description =
          "What the admin API under /__tck asks for. Without it a token is made and printed where"
              + " others can come to the address, and nobody is asked for one elsewhere.")
  @Nullable String adminToken;

  @Option(names = "--no-admin", description = "Leave the admin API out.")
  boolean noAdmin;

  /** What has to be shown to the API; empty where nothing has to be. */
  Optional<String> token(InetAddress address) {
    if (noAdmin && adminToken != null) {
      throw Mistake.usage("--admin-token and --no-admin exclude each other");
    }
    if (adminToken != null && adminToken.isBlank()) {
      throw Mistake.usage("--admin-token must not be empty");
    }
    return Optional.ofNullable(adminToken)
        .or(() -> address.isLoopbackAddress() ? Optional.empty() : Optional.of(randomToken()));
  }

  private static String randomToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  void open(BroadcastMock.Builder builder, Optional<String> token) {
    if (!noAdmin) {
      token.ifPresentOrElse(builder::admin, builder::admin);
      builder.critic(LintingCritic::new);
    }
  }

  /** A token that the user gave is not repeated. */
  void introduce(URI url, Optional<String> token, PrintWriter out) {
    if (noAdmin) {
      return;
    }
    out.println("  inspector  " + url + "/__tck/");
    out.println("  admin API  " + url + "/__tck");
    token.filter(made -> adminToken == null).ifPresent(made -> out.println("  its token  " + made));
  }
}
