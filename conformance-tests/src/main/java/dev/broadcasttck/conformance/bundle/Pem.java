package dev.broadcasttck.conformance.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as text. */
final class Pem {
  static final String PRIVATE = "PRIVATE KEY";
  static final String PUBLIC = "PUBLIC KEY";

  private static final int COLUMNS = 64;

  private Pem() {}

  static String write(String kind, byte[] der) {
    Base64.Encoder encoder =
        Base64.getMimeEncoder(COLUMNS, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(kind, encoder.encodeToString(der));
  }

  /** The first of that kind in a text. */
  static Optional<byte[]> read(String kind, String text) {
    Matcher found =
        Pattern.compile(
                "-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]*)-----END " + kind + "-----")
            .matcher(text);
    try {
      return found.find()
          ? Optional.of(Base64.getMimeDecoder().decode(found.group(1)))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
