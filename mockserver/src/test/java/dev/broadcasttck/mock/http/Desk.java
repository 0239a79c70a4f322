package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The REST side of a stage, asked with requests that are right but for what a test says. */
final class Desk {
  private final Stage stage;
  private final Api api;

  Desk(Stage stage, boolean older) {
    this.stage = stage;
    this.api = new Cors(new RestApi(Optional.of(stage.project()), older));
  }

  String token() {
    return stage.token("anon", Duration.ofHours(1));
  }

  /** A POST of JSON with a Bearer token. */
  Answer posts(String path, String body) {
    return posts(path, Map.of("authorization", "Bearer " + token()), Bytes.utf8(body));
  }

  /** A POST of JSON, unless the headers name another type. */
  Answer posts(String path, Map<String, String> headers, Bytes body) {
    Map<String, String> all = new HashMap<>(Map.of("content-type", "application/json"));
    all.putAll(headers);
    return asks("POST", path, all, body);
  }

  Answer asks(String method, String path, Map<String, String> headers, Bytes body) {
    URI uri = URI.create(path);
    Map<String, String> query = new HashMap<>();
    if (uri.getQuery() != null) {
      String[] pair = uri.getQuery().split("=", 2);
      query.put(pair[0], pair[1]);
    }
    return api.answer(new Request(method, uri.getRawPath(), query, headers, body));
  }
}
