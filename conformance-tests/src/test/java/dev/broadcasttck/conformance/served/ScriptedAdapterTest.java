package dev.broadcasttck.conformance.served;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A harness at the other end of the adapter's two pipes. */
@Timeout(20)
class ScriptedAdapterTest {
  @Test
  void aLibraryIsDrivenFromItsIntroductionToItsEnd() throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().start();
        Conversation talk = new Conversation(Set.of())) {
      assertThat(talk.ask("initialize", "{'protocol':1}").at("/result/sdk/name").asString())
          .isEqualTo("scripted");
      talk.ask("connect", connect(mock));
      talk.ask(
          "channel",
          "{'client':'c','channel':'a','topic':'room',"
              + "'config':{'broadcast':{'self':true,'ack':true}}}");
      talk.ask("on", "{'client':'c','channel':'a','listener':'l','event':'Hello'}");
      talk.ask("subscribe", "{'client':'c','channel':'a'}");
      assertThat(talk.told("status").path("status").asString()).isEqualTo("SUBSCRIBED");

      talk.tell("send", "{'client':'c','channel':'a','event':'hello','payload':{'n':7}}");

      JsonNode heard = talk.told("message");
      assertThat(heard.path("payload").path("n").asInt()).isEqualTo(7);
      assertThat(heard.path("listener").asString()).isEqualTo("l");
      assertThat(talk.told("").path("result").asString()).isEqualTo("ok");
      assertThat(
              talk.ask("httpSend", "{'client':'c','channel':'a','event':'x','payload':{}}")
                  .at("/result/success")
                  .asBoolean())
          .isTrue();
      talk.ask("shutdown", "{}");
      talk.awaitEnd();
    }
  }

  @Test
  void whatNobodyKnowsIsRefused() throws Exception {
    try (Conversation talk = new Conversation(Set.of())) {
      assertThat(talk.ask("fly", "{}").at("/error/code").asInt()).isEqualTo(-32601);
      assertThat(talk.ask("open", "{'client':'nobody'}").at("/error/code").asInt())
          .isEqualTo(-32602);
      assertThat(talk.ask("connect", "{}").at("/error/code").asInt()).isEqualTo(-32602);
    }
  }

  @Test
  void aWrongLibraryIsWrongBehindItsAdapterToo() throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().start();
        Conversation talk = new Conversation(Set.of(Misbehaviour.DOUBLE_DELIVERY))) {
      talk.ask("connect", connect(mock));
      talk.ask(
          "channel",
          "{'client':'c','channel':'a','topic':'room','config':{'broadcast':{'self':true}}}");
      talk.ask("on", "{'client':'c','channel':'a','listener':'l','event':'*'}");
      talk.ask("subscribe", "{'client':'c','channel':'a'}");
      talk.told("status");

      talk.ask("send", "{'client':'c','channel':'a','event':'hello','payload':{}}");

      assertThat(talk.told("message")).isEqualTo(talk.told("message"));
    }
  }

  private static String connect(BroadcastMock mock) {
    return "{'client':'c','url':'%s','key':'%s'}".formatted(mock.url(), mock.anonKey());
  }

  /** Both ends of the pipes. */
  private static final class Conversation implements AutoCloseable {
    private final PipedOutputStream toAdapter = new PipedOutputStream();
    private final BufferedReader fromAdapter;
    private final CompletableFuture<Void> adapter;
    private int id = 10;

    Conversation(Set<Misbehaviour> misbehaviours) throws IOException {
      PipedInputStream requests = new PipedInputStream(toAdapter);
      PipedOutputStream answers = new PipedOutputStream();
      fromAdapter = new BufferedReader(new InputStreamReader(new PipedInputStream(answers), UTF_8));
      adapter =
          CompletableFuture.runAsync(
              () -> {
                try (PrintStream out = new PrintStream(answers, true, UTF_8)) {
                  ScriptedAdapter.serve(requests, out, misbehaviours);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
    }

    void tell(String method, String parameters) throws IOException {
      id++;
      String line =
          "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}%n"
              .formatted(id, method, parameters.replace('\'', '"'));
      toAdapter.write(line.getBytes(UTF_8));
      toAdapter.flush();
    }

    /** Asks, and passes over what is told meanwhile that is no answer. */
    JsonNode ask(String method, String parameters) throws IOException {
      tell(method, parameters);
      JsonNode message = read();
      while (message.path("id").asInt(0) != id) {
        message = read();
      }
      return message;
    }

    /** The parameters of the next message, which must be that notification; else an answer. */
    JsonNode told(String method) throws IOException {
      JsonNode message = read();
      assertThat(message.path("method").asString("")).isEqualTo(method);
      return method.isEmpty() ? message : message.path("params");
    }

    void awaitEnd() {
      adapter.orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
      toAdapter.close();
      awaitEnd();
    }

    private JsonNode read() throws IOException {
      return Json.parse(fromAdapter.readLine()).orElseThrow();
    }
  }
}
