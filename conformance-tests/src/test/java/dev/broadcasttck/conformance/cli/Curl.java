package dev.broadcasttck.conformance.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * What {@code curl} does, in so far as the documents use it, for not every machine has it.
 *
 * @param words its own name first
 */
record Curl(List<String> words) {
  /** With 22, as {@code curl --fail} has it, for what the server refuses. */
  Shell.Answer fetch() throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(words.get(1)));
    if (words.size() == 4 && words.get(2).equals("--json")) {
      request
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(words.get(3)));
    } else if (words.size() != 2) {
      throw new IllegalArgumentException("curl takes an address here, and --json: " + words);
    }
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      return new Shell.Answer(response.statusCode() < 400 ? 0 : 22, response.body(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
