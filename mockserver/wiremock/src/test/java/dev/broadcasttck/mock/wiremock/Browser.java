package dev.broadcasttck.mock.wiremock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** The JDK's client of a mock, which keeps its connections. */
record Browser(URI url) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return ask(to(path));
  }

  HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(path).POST(BodyPublishers.ofString(body));
    return ask(headers.length == 0 ? request : request.headers(headers));
  }

  /** A message over REST. */
  HttpResponse<String> broadcast(String key, String topic, String event)
      throws IOException, InterruptedException {
    return post(
        "/realtime/v1/api/broadcast",
        "{\"messages\":[{\"topic\":\"%s\",\"event\":\"%s\",\"payload\":{\"n\":7}}]}"
            .formatted(topic, event),
        "apikey",
        key,
        "content-type",
        "application/json");
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(url.resolve(path));
  }

  HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** Asks without waiting. */
  CompletableFuture<HttpResponse<String>> start(String path) {
    return CLIENT.sendAsync(to(path).build(), BodyHandlers.ofString());
  }
}
