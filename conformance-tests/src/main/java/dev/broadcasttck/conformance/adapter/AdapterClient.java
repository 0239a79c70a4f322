package dev.broadcasttck.conformance.adapter;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client of the library, by the handle that we gave it. */
final class AdapterClient implements DriverClient {
  /** How long an adapter may take for what its library does at once. */
  private static final Duration PROMPT = Duration.ofSeconds(15);

  /** How long a user waits for a promise before going on without it. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Answer LATER = new Answer.Missing("nobody waits for it any more");

  private final String handle;
  private final AdapterSession session;
  private final ClientOptions options;
  private final Ear ear;
  private final Map<String, String> ourHandles = new ConcurrentHashMap<>();
  private final AtomicInteger channels = new AtomicInteger();
  private volatile boolean closed;

  AdapterClient(String handle, AdapterSession session, ClientOptions options, Ear ear) {
    this.handle = handle;
    this.session = session;
    this.options = options;
    this.ear = ear;
  }

  String handle() {
    return handle;
  }

  void connect() {
    session.add(this);
    prompt("connect", new Wishes(options, session.profile()).connecting());
  }

  @Override
  public DriverChannel channel(String channel, String topic, ChannelOptions channelOptions) {
    // Handles name one channel each; those of scenarios may come again for another one.
    String unique = channel + "#" + channels.incrementAndGet();
    ourHandles.put(unique, channel);
    ObjectNode parameters = Json.object().put("channel", unique).put("topic", topic);
    parameters.set("config", Wishes.config(channelOptions));
    prompt("channel", parameters);
    return new AdapterChannel(this, unique);
  }

  @Override
  public void open() {
    patient("open", Json.object());
  }

  @Override
  public void setToken(Optional<Secret> token) {
    ObjectNode parameters = Json.object();
    token.ifPresent(secret -> parameters.put("token", secret.reveal()));
    awaited("setAuth", parameters);
  }

  @Override
  public void callbackToken(Secret token) {
    prompt("callbackToken", Json.object().put("token", Wishes.orNull(token)));
  }

  @Override
  public void tokenFunction(TokenSource.Called function) {
    prompt("tokenFunction", Wishes.called(function, "token"));
  }

  @Override
  public void tokenFunctionFails() {
    prompt("tokenFunction", Json.object().put("fails", true));
  }

  @Override
  public void disconnect() {
    awaited("disconnect", Json.object());
  }

  /** Nobody hears of this client any more. */
  @Override
  public void close() {
    closed = true;
    session.remove(this);
    ask(
        "forget",
        Json.object(),
        answer -> {
          if (answer instanceof Answer.Refused) {
            ask("disconnect", Json.object(), unheard -> {});
          }
        });
  }

  /** What the library says of this client. */
  void told(String notification, JsonNode parameters) {
    String channel = ourHandles.getOrDefault(parameters.path("channel").asString(""), "");
    if (closed) {
      return;
    }
    switch (notification) {
      case "status" -> ear.status(channel, parameters.path("status").asString(""));
      case "message" ->
          ear.message(
              channel,
              parameters.path("listener").asString(""),
              parameters.path("event").asString(""),
              parameters.path("payload"));
      default -> uncaught("the adapter tells of '" + notification + "', which nobody knows");
    }
  }

  void uncaught(String text) {
    if (!closed) {
      ear.uncaught(text);
    }
  }

  void printed(String line) {
    if (!closed) {
      ear.printed(line);
    }
  }

  void settled(String send, String result) {
    if (!closed) {
      ear.settled(send, result);
    }
  }

  /** The process has gone with all that was in it. */
  void stranded(String how) {
    uncaught("the adapter is gone: " + how);
  }

  void ask(String method, ObjectNode parameters, Consumer<Answer> then) {
    tell(session.process().ask(method, parameters.put("client", handle)), then);
  }

  /** Asks for what is done at once, and has it done before anything follows. */
  void prompt(String method, ObjectNode parameters) {
    await(method, session.process().ask(method, parameters.put("client", handle), PROMPT));
  }

  /** Asks for what may take the library as long as its timers let it. */
  void patient(String method, ObjectNode parameters) {
    ask(method, parameters, complaints(method));
  }

  /** Asks for what users await where the library gives them a promise of it. */
  private void awaited(String method, ObjectNode parameters) {
    await(method, session.process().ask(method, parameters.put("client", handle)));
  }

  /** What takes longer than anybody's patience goes on beside what follows. */
  private void await(String method, CompletableFuture<Answer> answer) {
    tell(answer, complaints(method));
    try {
      answer.copy().completeOnTimeout(LATER, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("answers come, and never throw", e);
    }
  }

  private static void tell(CompletableFuture<Answer> answer, Consumer<Answer> then) {
    CompletableFuture<?> unused = answer.thenAccept(then);
  }

  private Consumer<Answer> complaints(String method) {
    return answer -> {
      if (answer instanceof Answer.Refused refused) {
        uncaught(
            refused.code() == Answer.THREW
                ? "%s threw: %s".formatted(method, refused.message())
                : "the adapter refuses %s with %d: %s"
                    .formatted(method, refused.code(), refused.message()));
      } else if (answer instanceof Answer.Missing missing && session.process().ending().isEmpty()) {
        uncaught("the adapter is at fault: " + missing.why());
      }
    };
  }
}
