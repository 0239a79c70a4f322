package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the page that shows a mock at work: the page itself at {@code /__tck/}, all others
 * under {@code /__tck/inspector/}. They hold nothing of the mock, and ask its API as others do.
 */
final class InspectorPage {
  private static final String FRONT = "/__tck/";
  private static final Pattern FILE = Pattern.compile("/__tck/inspector/([a-z]+\\.(css|js|svg))");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** The page fetches from its own address only, whatever a frame may hold. */
  private static final String ITS_OWN_ONLY =
      "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private InspectorPage() {}

  /** Empty where the request is for something else. */
  static Optional<Answer> answer(Request request) {
    if (!request.method().equals("GET")) {
      return Optional.empty();
    }
    if (request.path().equals(FRONT)) {
      return file("index.html", "html");
    }
    Matcher file = FILE.matcher(request.path());
    return file.matches() ? file(file.group(1), file.group(2)) : Optional.empty();
  }

  private static Optional<Answer> file(String name, String kind) {
    try (InputStream in = InspectorPage.class.getResourceAsStream("inspector/" + name)) {
      return Optional.ofNullable(in == null ? null : in.readAllBytes())
          .map(bytes -> answer(TYPES.getOrDefault(kind, ""), Bytes.of(bytes)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Answer answer(String type, Bytes text) {
    return Answer.empty(200)
        .with("content-type", type)
        .with("cache-control", "no-cache")
        .with("content-security-policy", ITS_OWN_ONLY)
        .with("referrer-policy", "no-referrer")
        .with("x-content-type-options", "nosniff")
        .withBody(text);
  }
}
