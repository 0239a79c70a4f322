package dev.broadcasttck.conformance.checkup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An adapter with a client library of its own: version 1, exact events, one channel a client, no
 * timers. It is honest unless it is told to lie.
 */
final class SmallAdapter {
  enum Lie {
    ACCEPTS_ANY_METHOD,
    ACCEPTS_ANY_HANDLE,
    NO_FORGET,
    HIDES_A_METHOD,
    LISTS_A_METHOD,
    PRINTS,
    INVENTS_A_MESSAGE,
    SAYS_SUBSCRIBED_AT_ONCE,
    CLAIMS_THE_WILDCARD,
    CLAIMS_ANY_CASE,
    CLAIMS_A_TIMEOUT,
    CLAIMS_A_HEARTBEAT,
    CLAIMS_TO_RECONNECT,
    CLAIMS_ANOTHER_VERSION,
    CLAIMS_REST,
    STRANGE_RESULT,
    HIDES_ACKNOWLEDGEMENTS,
    LIVES_ON,
    DIES_OF_NOISE
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> METHODS =
      Set.of(
          "initialize",
          "connect",
          "channel",
          "on",
          "subscribe",
          "send",
          "unsubscribe",
          "disconnect",
          "forget",
          "shutdown",
          "setAuth");

  private final Set<Lie> lies;
  private final Map<String, Client> clients = new ConcurrentHashMap<>();

  private SmallAdapter(Set<Lie> lies) {
    this.lies = lies;
  }

  public static void main(String[] arguments) throws IOException {
    Set<Lie> lies = EnumSet.noneOf(Lie.class);
    for (String word : arguments) {
      lies.add(Lie.valueOf(word));
    }
    new SmallAdapter(lies).serve();
  }

  private void serve() throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("{")) {
        answer(JSON.readTree(line));
      } else if (is(Lie.DIES_OF_NOISE)) {
        System.exit(1);
      } else {
        refuse(JSON.nullNode(), -32700, "no JSON");
      }
    }
  }

  private boolean is(Lie other) {
    return lies.contains(other);
  }

  private void answer(JsonNode request) {
    JsonNode id = request.path("id");
    String method = request.path("method").asString();
    JsonNode params = request.path("params");
    boolean known = METHODS.contains(method) && !(is(Lie.NO_FORGET) && method.equals("forget"));
    String handle = params.path("client").asString("");
    if (!known && !is(Lie.ACCEPTS_ANY_METHOD)) {
      refuse(id, -32601, "there is no " + method);
    } else if (!known || Set.of("initialize", "connect", "shutdown").contains(method)) {
      obey(id, method, handle, params);
    } else if (clients.containsKey(handle)) {
      client(handle).obey(id, method, params);
    } else if (is(Lie.ACCEPTS_ANY_HANDLE)) {
      result(id, JSON.nullNode());
    } else {
      refuse(id, -32602, "there is no client " + handle);
    }
  }

  private void obey(JsonNode id, String method, String handle, JsonNode params) {
    switch (method) {
      case "initialize" -> result(id, introduction());
      case "connect" -> {
        clients.put(handle, new Client(handle, params));
        result(id, JSON.nullNode());
      }
      case "shutdown" -> {
        result(id, JSON.nullNode());
        if (!is(Lie.LIVES_ON)) {
          System.exit(0);
        }
      }
      default -> result(id, JSON.nullNode());
    }
  }

  private Client client(String handle) {
    Client client = clients.get(handle);
    if (client == null) {
      throw new IllegalStateException("no client " + handle);
    }
    return client;
  }

  private ObjectNode introduction() {
    ObjectNode it = JSON.createObjectNode().put("protocol", 1);
    it.putObject("sdk").put("name", "small").put("version", "0.1");
    it.put("vsn", is(Lie.CLAIMS_ANOTHER_VERSION) ? "2.0.0" : "1.0.0");
    it.put("eventMatch", is(Lie.CLAIMS_ANY_CASE) ? "any case" : "exact");
    it.put("wildcard", is(Lie.CLAIMS_THE_WILDCARD));
    it.put("acknowledgements", !is(Lie.HIDES_ACKNOWLEDGEMENTS));
    it.put("callback", "payload");
    var settable = it.putArray("settable");
    Map.of(
            Lie.CLAIMS_A_TIMEOUT, "timeoutMs",
            Lie.CLAIMS_A_HEARTBEAT, "heartbeatMs",
            Lie.CLAIMS_TO_RECONNECT, "reconnectMs")
        .forEach(
            (lie, timer) -> {
              if (is(lie)) {
                settable.add(timer);
              }
            });
    it.putObject("timers");
    var methods = it.putArray("methods");
    if (!is(Lie.HIDES_A_METHOD)) {
      methods.add("setAuth");
    }
    if (is(Lie.LISTS_A_METHOD)) {
      methods.add("open");
    }
    it.putArray("encodings").add("text");
    return it.put("sendBeforeJoined", is(Lie.CLAIMS_REST) ? "rest" : "refuses");
  }

  private void result(JsonNode id, JsonNode result) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id);
    answer.set("result", result);
    write(answer);
  }

  private void refuse(JsonNode id, int code, String message) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id);
    answer.putObject("error").put("code", code).put("message", message);
    write(answer);
  }

  private synchronized void write(ObjectNode message) {
    System.out.write((message + "\n").getBytes(UTF_8), 0, (message + "\n").getBytes(UTF_8).length);
    System.out.flush();
  }

  /** One client of the library. */
  private final class Client implements WebSocket.Listener {
    private final String handle;
    private final JsonNode options;
    private final Map<String, String> listeners = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> sends = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch joined = new CountDownLatch(1);
    private String channel = "";
    private String topic = "";
    private JsonNode config = JSON.createObjectNode();
    private @Nullable WebSocket socket;
    private int refs;

    Client(String handle, JsonNode options) {
      this.handle = handle;
      this.options = options;
    }

    void obey(JsonNode id, String method, JsonNode params) {
      switch (method) {
        case "channel" -> {
          channel = params.path("channel").asString();
          topic = "realtime:" + params.path("topic").asString();
          config = params.path("config");
        }
        case "on" ->
            listeners.put(params.path("listener").asString(), params.path("event").asString());
        case "subscribe" -> subscribe();
        case "send" -> {
          send(id, params);
          return;
        }
        case "disconnect", "forget", "unsubscribe" -> {
          if (socket != null) {
            socket.abort();
          }
        }
        default -> {}
      }
      result(id, JSON.nullNode());
    }

    private void subscribe() {
      String url =
          options.path("url").asString().replaceFirst("http", "ws")
              + "/realtime/v1/websocket?vsn=1.0.0&apikey="
              + options.path("key").asString();
      status("SUBSCRIBING");
      if (is(Lie.SAYS_SUBSCRIBED_AT_ONCE)) {
        status("SUBSCRIBED");
      }
      if (is(Lie.PRINTS)) {
        System.out.println("debugging");
      }
      socket =
          HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(url), this).join();
      ObjectNode payload = JSON.createObjectNode();
      payload.set("config", config);
      push("phx_join", payload);
    }

    private void send(JsonNode id, JsonNode params) {
      if (socket == null || joined.getCount() > 0) {
        refuse(id, -32000, "join first");
        return;
      }
      ObjectNode payload = JSON.createObjectNode().put("type", "broadcast");
      payload.set("event", params.path("event"));
      payload.set("payload", params.path("payload"));
      sends.put(push("broadcast", payload), id);
    }

    private String push(String event, ObjectNode payload) {
      String ref = String.valueOf(++refs);
      ObjectNode frame = JSON.createObjectNode().put("topic", topic).put("event", event);
      frame.set("payload", payload);
      frame.put("ref", ref).put("join_ref", "1");
      if (socket != null) {
        socket.sendText(frame.toString(), true).join();
      }
      return ref;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        received(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void received(JsonNode frame) {
      JsonNode payload = frame.path("payload");
      String ref = frame.path("ref").asString("");
      if (frame.path("event").asString().equals("broadcast")) {
        hear(payload);
      } else if (ref.equals("1") && joined.getCount() > 0) {
        joined.countDown();
        status("SUBSCRIBED");
      } else if (sends.containsKey(ref)) {
        String word = payload.path("status").asString();
        result(
            sends.remove(ref),
            JSON.getNodeFactory().stringNode(is(Lie.STRANGE_RESULT) ? "splendid" : word));
      }
    }

    private void hear(JsonNode message) {
      listeners.forEach(
          (name, event) -> {
            if (event.equals(message.path("event").asString())) {
              ObjectNode told = about().put("listener", name).put("event", event);
              told.set("payload", message.path("payload"));
              notify("message", told);
              if (is(Lie.INVENTS_A_MESSAGE)) {
                notify("message", told.deepCopy().put("event", "invented"));
              }
            }
          });
    }

    private void status(String status) {
      notify("status", about().put("status", status));
    }

    private ObjectNode about() {
      return JSON.createObjectNode().put("client", handle).put("channel", channel);
    }

    private void notify(String method, ObjectNode params) {
      ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
      message.set("params", params);
      write(message);
    }
  }
}
