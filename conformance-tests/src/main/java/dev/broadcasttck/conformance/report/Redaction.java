package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.endpoint.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last gate that a text passes on its way out: whatever is secret in this run, it takes out.
 */
public final class Redaction {
  /** What stands in a secret's place. */
  public static final String PLACEHOLDER = "[secret]";

  /** Nothing is secret. */
  public static final Redaction NONE = new Redaction(List.of());

  /** Shorter ones are no secrets, and would tear holes into ordinary words. */
  private static final int SHORTEST = 6;

  /** A signed token, whoever made it: what a library prints may hold one that nobody told us of. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private final List<Spelling> secrets;

  /** One way in which a secret may be written, and what goes in its place. */
  private record Spelling(String text, String placeholder) {
    int length() {
      return text.length();
    }
  }

  /** The longest go first, so that a secret within another leaves nothing of it behind. */
  public Redaction(Collection<Secret> secrets) {
    this.secrets =
        secrets.stream()
            .map(Secret::reveal)
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(Redaction::spellings)
            .distinct()
            .sorted(Comparator.comparing(Spelling::length).reversed())
            .toList();
  }

  public String redact(String text) {
    String clean = TOKEN.matcher(text).replaceAll(Matcher.quoteReplacement(PLACEHOLDER));
    for (Spelling secret : secrets) {
      clean = clean.replace(secret.text(), secret.placeholder());
    }
    return clean;
  }

  /** Whether there is something secret in a text. */
  public boolean isBetrayedBy(String text) {
    return secrets.stream().anyMatch(secret -> text.contains(secret.text()));
  }

  private static Stream<Spelling> spellings(String secret) {
    String inJson = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    Stream<Spelling> legible =
        Stream.of(
                secret,
                inJson,
                inJson.replace("/", "\\/"),
                URLEncoder.encode(secret, StandardCharsets.UTF_8))
            .map(text -> new Spelling(text, PLACEHOLDER));
    return Stream.concat(legible, Stream.of(new Spelling(hex(secret), hex(PLACEHOLDER))));
  }

  /** As in the bytes of a binary frame. */
  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
