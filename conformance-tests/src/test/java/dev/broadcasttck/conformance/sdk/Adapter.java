package dev.broadcasttck.conformance.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An SDK behind its adapter: a process that takes JSON-RPC requests and tells what the SDK says.
 * Requests leave in the order in which they are asked, without waiting for each other's answers.
 * Asked by one thread.
 */
final class Adapter implements AutoCloseable {
  static final Duration BUDGET = Duration.ofSeconds(10);

  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final File complaints;
  private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
  private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();
  private int lastId;

  Adapter(Installation sdk) {
    complaints = sdk.complaints();
    process = sdk.start(new ProcessBuilder(sdk.command().words()).redirectError(complaints));
    Thread reader = new Thread(this::listen, "adapter of " + sdk);
    reader.setDaemon(true);
    reader.start();
  }

  SdkClient connect(String handle, String url, String key, Map<String, ?> options) {
    call("connect", Map.of("client", handle, "url", url, "key", key, "options", options));
    return new SdkClient(this, handle);
  }

  JsonNode call(String method, Map<String, ?> params) {
    return ask(method, params).join();
  }

  CompletableFuture<JsonNode> ask(String method, Map<String, ?> params) {
    int id = ++lastId;
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    pending.put(id, answer);
    write(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
    return answer.orTimeout(BUDGET.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The parameters of a notification's occurrences so far, oldest first. */
  Stream<JsonNode> told(String notification) {
    return notifications.stream()
        .filter(told -> told.path("method").asString().equals(notification))
        .map(told -> told.path("params"));
  }

  /** Waits until something that is to happen has happened. */
  static void until(String what, BooleanSupplier happened) {
    await(what)
        .atMost(BUDGET)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(happened::getAsBoolean);
  }

  /** Ends the process, kindly at first. */
  @Override
  public void close() {
    try {
      call("shutdown", Map.of());
      until("the adapter's process ends", () -> !process.isAlive());
    } finally {
      process.destroyForcibly();
    }
  }

  private void write(Map<String, ?> message) {
    try {
      process.getOutputStream().write((JSON.writeValueAsString(message) + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(gone(), e);
    }
  }

  private void listen() {
    try (Stream<String> lines = process.inputReader(UTF_8).lines()) {
      lines.map(JSON::readTree).forEach(this::heed);
    } finally {
      IllegalStateException gone = new IllegalStateException(gone());
      pending.values().forEach(answer -> answer.completeExceptionally(gone));
    }
  }

  private void heed(JsonNode message) {
    if (message.has("id")) {
      settle(pending.remove(message.path("id").asInt()), message);
    } else {
      notifications.add(message);
    }
  }

  private static void settle(CompletableFuture<JsonNode> answer, JsonNode message) {
    JsonNode error = message.path("error");
    if (error.isObject()) {
      answer.completeExceptionally(
          new Refused(error.path("code").asInt(), error.path("message").asString()));
    } else {
      answer.complete(message.path("result"));
    }
  }

  private String gone() {
    return "the adapter's process is gone; its last words are in " + complaints;
  }
}
