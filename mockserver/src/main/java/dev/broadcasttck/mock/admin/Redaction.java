package dev.broadcasttck.mock.admin;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How texts lose their secrets: by the places where secrets stand, and by what they look like. */
final class Redaction {
  private static final String SECRET = "(secret)";
  private static final Set<String> NAMES =
      Set.of(
          "authorization",
          "proxy-authorization",
          "apikey",
          "x-api-key",
          "cookie",
          "set-cookie",
          "token",
          "access_token",
          "refresh_token");
  private static final Pattern IN_JSON =
      Pattern.compile(
          "(\"(?:access_token|refresh_token|apikey|token|password)\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern LOOKS =
      Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|sb_(?:publishable|secret)_\\w+");

  private Redaction() {}

  static String text(String text) {
    String named = IN_JSON.matcher(text).replaceAll("$1\"" + SECRET + "\"");
    return LOOKS.matcher(named).replaceAll(SECRET);
  }

  /** Headers, or what a query says. */
  static Map<String, String> fields(Map<String, String> fields) {
    Map<String, String> redacted = new TreeMap<>();
    fields.forEach(
        (name, value) ->
            redacted.put(
                name, NAMES.contains(name.toLowerCase(Locale.ROOT)) ? SECRET : text(value)));
    return redacted;
  }
}
