package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.endpoint.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
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

  private final List<String> secrets;

  /** The longest go first, so that a secret within another leaves nothing of it behind. */
  public Redaction(Collection<Secret> secrets) {
    this.secrets =
        secrets.stream()
            .map(Secret::reveal)
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(Redaction::spellings)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  public String redact(String text) {
    String clean = TOKEN.matcher(text).replaceAll(Matcher.quoteReplacement(PLACEHOLDER));
    for (String secret : secrets) {
      clean = clean.replace(secret, PLACEHOLDER);
    }
    return clean;
  }

  private static Stream<String> spellings(String secret) {
    String inJson = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    return Stream.of(
        secret,
        inJson,
        inJson.replace("/", "\\/"),
        URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }
}
