package dev.broadcasttck.conformance.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The process of an adapter: takes JSON-RPC requests, a line each, and answers them in any order.
 *
 * <p>Requests leave in the order in which a thread asks them; nobody who asks is kept waiting. Once
 * the process has ended, every request has its answer: that there is none.
 */
public final class AdapterProcess implements AutoCloseable {
  /** How long to wait for its introduction: a virtual machine on a busy computer takes its time. */
  public static final Duration START = Duration.ofSeconds(30);

  /** Who writes more lines than that which are no messages does not know of the protocol. */
  static final int MOST_GARBLED = 1000;

  /** How long a process may take to end when it has been asked to. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private static final int EXCERPT = 120;

  private final Process process;
  private final Audience audience;
  private final Stderr stderr = new Stderr();
  private final ExecutorService writer;
  private final Thread complaints;
  private final Map<Integer, CompletableFuture<Answer>> pending = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private volatile Optional<String> ending = Optional.empty();
  private int garbled;

  private AdapterProcess(Process process, Audience audience) {
    this.process = process;
    this.audience = audience;
    this.writer = Executors.newSingleThreadExecutor(task -> daemon("tck-adapter-writer", task));
    this.complaints = daemon("tck-adapter-stderr", this::overhear);
  }

  /**
   * Starts an adapter.
   *
   * @throws AdapterBroken if its program does not start
   */
  public static AdapterProcess start(AdapterCommand command, Audience audience) {
    try {
      Process process =
          new ProcessBuilder(command.words()).directory(command.directory().toFile()).start();
      AdapterProcess adapter = new AdapterProcess(process, audience);
      adapter.complaints.start();
      daemon("tck-adapter-reader", adapter::listen).start();
      return adapter;
    } catch (IOException e) {
      throw new AdapterBroken(
          "`%s` does not start: %s".formatted(command.words().get(0), e.getMessage()));
    }
  }

  /** Asks, and waits for the answer as long as it takes, or until the process ends. */
  public CompletableFuture<Answer> ask(String method, ObjectNode parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    pending.put(id, answer);
    ObjectNode request = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", method);
    request.set("params", parameters);
    write(Json.write(request));
    ending.ifPresent(how -> answer.complete(new Answer.Missing(how)));
    return answer;
  }

  /** Asks, and gives up after a while. */
  public CompletableFuture<Answer> ask(String method, ObjectNode parameters, Duration budget) {
    Answer late =
        new Answer.Missing(
            "it did not answer '%s' within %d ms".formatted(method, budget.toMillis()));
    return ask(method, parameters)
        .completeOnTimeout(late, budget.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Writes a line as it is. */
  public void write(String line) {
    if (writer.isShutdown()) {
      return;
    }
    writer.execute(
        () -> {
          try {
            process.getOutputStream().write((line + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
          } catch (IOException e) {
            // It takes no more; the end of what it says tells everybody.
          }
        });
  }

  public Stderr stderr() {
    return stderr;
  }

  /** How the process ended; empty while it lives. */
  public Optional<String> ending() {
    return ending;
  }

  /** The exit code, if the process ends in time. */
  public Optional<Integer> exitCode(Duration budget) throws InterruptedException {
    return process.waitFor(budget.toMillis(), TimeUnit.MILLISECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }

  /** Ends the process: it is asked to, and has a little time to do so. */
  @Override
  public void close() {
    CompletableFuture<?> unused = ask("shutdown", Json.object());
    try {
      process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** Ends the process, and those that it has started. */
  public void kill() {
    writer.shutdownNow();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void listen() {
    Optional<String> fault = Optional.empty();
    try (BufferedReader text = process.inputReader(UTF_8)) {
      Lines lines = new Lines(text, Lines.LONGEST);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        read(line.get());
      }
    } catch (IOException e) {
      // The process is gone, or going.
    } catch (AdapterBroken e) {
      fault = Optional.ofNullable(e.getMessage());
      kill();
    }
    end(fault.orElseGet(this::howItEnded));
  }

  private void overhear() {
    try (BufferedReader text = process.errorReader(UTF_8)) {
      Lines lines = new Lines(text, Lines.LONGEST);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        printed(line.get());
      }
    } catch (IOException e) {
      // The process is gone, or going.
    } catch (AdapterBroken e) {
      printed(String.valueOf(e.getMessage()));
      kill();
    }
  }

  private void printed(String line) {
    stderr.add(line);
    audience.printed(line);
  }

  private void read(String line) {
    Optional<JsonNode> message = Json.parse(line);
    if (message.isEmpty()) {
      garbled(line, "it is no JSON");
    } else if (message.get().path("method").isString()) {
      audience.told(message.get().path("method").asString(), message.get().path("params"));
    } else {
      answered(line, message.get());
    }
  }

  private void answered(String line, JsonNode message) {
    JsonNode id = message.path("id");
    CompletableFuture<Answer> answer = id.isInt() ? pending.remove(id.intValue()) : null;
    if (id.isNull() && message.has("error")) {
      return; // What the adapter could not read was no request, so nobody waits for this.
    }
    if (answer == null) {
      garbled(line, "it is neither a notification nor the answer to a request");
    } else if (message.has("error")) {
      JsonNode error = message.path("error");
      answer.complete(
          new Answer.Refused(error.path("code").asInt(0), error.path("message").asString("")));
    } else {
      JsonNode result = message.path("result");
      answer.complete(new Answer.Result(result.isMissingNode() ? Json.none() : result));
    }
  }

  private void garbled(String line, String why) {
    audience.garbled(excerpt(line), why);
    if (++garbled == MOST_GARBLED) {
      throw new AdapterBroken(
          "it wrote %d lines that are no messages, the last of them: %s"
              .formatted(garbled, excerpt(line)));
    }
  }

  /** Its standard output has ended, and with it all that it can tell. */
  private void end(String how) {
    ending = Optional.of(how);
    List.copyOf(pending.values()).forEach(answer -> answer.complete(new Answer.Missing(how)));
    audience.ended(how);
  }

  private String howItEnded() {
    try {
      Optional<Integer> code = exitCode(FAREWELL);
      complaints.join(FAREWELL.toMillis());
      String ended =
          code.map(exit -> "its process ended with exit code " + exit)
              .orElse("it closed its standard output");
      return ended + stderr.lastWords().map(words -> ", saying: " + excerpt(words)).orElse("");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "its process was ended";
    }
  }

  private static String excerpt(String line) {
    return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line;
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
