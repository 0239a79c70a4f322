package dev.broadcasttck.conformance.wire;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.Response;

/** An HTTP answer as text that a tape can hold. */
final class HttpText {
  private static final long LONGEST_BODY = 64 * 1024;

  private HttpText() {}

  /** Names in lower case; the values of a repeated header joined as HTTP has it. */
  static Map<String, String> headers(Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .names()
        .forEach(
            name ->
                headers.put(
                    name.toLowerCase(Locale.ROOT),
                    response.headers(name).stream().collect(Collectors.joining(", "))));
    return headers;
  }

  /** Its beginning, where it is long; what came of it, where it was cut off. */
  static String body(Response response) {
    try {
      return response.peekBody(LONGEST_BODY).string();
    } catch (IOException e) {
      return "";
    }
  }
}
