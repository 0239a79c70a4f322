package dev.broadcasttck.conformance.wire;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.spec.protocol.Encoding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How texts lose their secrets on the way to a tape: by the places where secrets stand, and the key
 * itself wherever it turns up.
 *
 * @param key the project's key
 * @param secretHeaders in lower case
 */
public record Redaction(Secret key, Set<String> secretHeaders) {
  private static final String REDACTED = new Secret("").toString();
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "apikey", "x-api-key", "cookie", "set-cookie");
  private static final Pattern IN_QUERY = Pattern.compile("([?&](?:apikey|token)=)[^&#\\s]+");
  private static final Pattern IN_JSON =
      Pattern.compile("(\"access_token\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

  /** A shorter key, such as {@code key} or {@code 1}, would turn up in innocent words. */
  private static final int SHORTEST_KEY = 8;

  /** Of all that goes to an endpoint; a header that a user had to add may well be a secret. */
  public static Redaction of(Endpoint endpoint) {
    Set<String> headers = new TreeSet<>(SECRET_HEADERS);
    endpoint.headers().keySet().forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
    return new Redaction(endpoint.apiKey(), headers);
  }

  public String text(String text) {
    String named = IN_QUERY.matcher(text).replaceAll("$1" + REDACTED);
    String tokens = IN_JSON.matcher(named).replaceAll("$1\"" + REDACTED + "\"");
    return key.reveal().length() < SHORTEST_KEY ? tokens : tokens.replace(key.reveal(), REDACTED);
  }

  public Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> redacted = new LinkedHashMap<>();
    headers.forEach((name, value) -> redacted.put(name, header(name, value)));
    return redacted;
  }

  /** The frame itself, if there is nothing to hide in it. */
  public Frame frame(Frame frame, Decoder decoder) {
    if (frame.kind() == Encoding.BINARY) {
      return frame;
    }
    String redacted = text(frame.content());
    return redacted.equals(frame.content()) ? frame : decoder.text(redacted);
  }

  private String header(String name, String value) {
    boolean isSecret = secretHeaders.contains(name.toLowerCase(Locale.ROOT)) && !value.isBlank();
    return isSecret ? REDACTED : text(value);
  }
}
