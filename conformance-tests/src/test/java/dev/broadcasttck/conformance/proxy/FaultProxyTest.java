package dev.broadcasttck.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.record.Trace;
import dev.broadcasttck.conformance.record.TraceFiles;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.corpus.Corpora;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultProxyTest {
  private static final String JOIN =
      "{\"topic\":\"realtime:a\",\"event\":\"phx_join\",\"ref\":\"11\",\"join_ref\":\"11\","
          + "\"payload\":{\"config\":{\"broadcast\":{\"ack\":true,\"self\":true}}}}";
  private static final String SEND =
      "{\"topic\":\"realtime:a\",\"event\":\"broadcast\",\"ref\":\"1\",\"join_ref\":\"11\","
          + "\"payload\":{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{\"n\":1.0}}}";

  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final LintLog log = new LintLog(Corpora.bundledRules(), said::add);

  @Test
  void aClientThatFramesWronglyIsFound() throws Exception {
    converse(List.of(), "{\"topic\":\"realtime:a\",\"event\":\"broadcast\"}");

    assertThat(log.counts()).containsOnlyKeys("CCONNECT-3");
    assertThat(String.join("\n", said)).contains("CCONNECT-3  socket-1  client: ", "no payload");
  }

  @Test
  void aServerThatAcknowledgesTwiceIsFound() throws Exception {
    converse(List.of(Faults.named("ACK_TWICE").orElseThrow()), SEND);

    assertThat(log.counts()).containsOnlyKeys("ACK-8");
  }

  @Test
  void nothingIsFoundWhereNothingIsWrong() throws Exception {
    converse(List.of(), SEND);

    assertThat(said).isEmpty();
  }

  /** Says something, and waits for the answer to a heartbeat behind it. */
  private void converse(List<Fault> ofServer, String text) throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().faults(ofServer).start();
        FaultProxy proxy = FaultProxy.builder().upstream(mock.url()).reader(log).start();
        Talk talk = Talk.open(proxy.url(), mock.anonKey())) {
      talk.say(JOIN);
      talk.beat();
      talk.say(text);
      talk.beat();
    }
  }

  @Test
  void aTraceIsReadByTheProjectsOwnToolsAndHoldsNoKey(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("trace.jsonl");
    TraceFiles traces = new TraceFiles(file, "ws://there");
    try (BroadcastMock mock = BroadcastMock.builder().start()) {
      try (FaultProxy proxy =
              FaultProxy.builder().upstream(mock.url()).reader(traces::write).start();
          Talk talk = Talk.open(proxy.url(), mock.anonKey())) {
        talk.say(
            JOIN.replace("{\"config\"", "{\"access_token\":\"" + mock.anonKey() + "\",\"config\""));
        talk.beat();
      }

      assertThat(Files.readString(file)).contains("phx_join").doesNotContain(mock.anonKey());
      assertThat(Trace.read(file).lines()).hasSizeGreaterThan(4);
    }
  }

  @Test
  void whatOnlyTheServerDecidesIsRefused() {
    FaultProxy.Builder builder =
        FaultProxy.builder()
            .upstream(URI.create("ws://127.0.0.1:1"))
            .faults(List.of(Faults.named("LEFT_BUT_STILL_A_MEMBER").orElseThrow()));

    assertThatThrownBy(builder::start)
        .hasMessage(
            "LEFT_BUT_STILL_A_MEMBER cannot be had from outside: it is about who is a member of a"
                + " topic, which only the server itself decides");
  }

  @Test
  void thePageShowsWhoIsThereAndSwitchesFaults() throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().start();
        FaultProxy proxy = FaultProxy.builder().upstream(mock.url()).admin().start();
        Talk talk = Talk.open(proxy.url(), mock.anonKey())) {
      talk.say(JOIN);
      talk.beat();

      assertThat(ask(proxy, "topics", "GET", "")).contains("\"realtime:a\"");
      assertThat(ask(proxy, "", "GET", "")).contains("\"sockets\":1");
      ask(proxy, "faults", "POST", "{\"name\": \"ACK_MISSING\"}");
      talk.say(SEND);
      talk.beat();
      assertThat(proxy.faults().get(0).fault().activations()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatIsNotThereIsToldToTheClient() throws Exception {
    try (FaultProxy proxy =
        FaultProxy.builder().upstream(URI.create("http://127.0.0.1:1")).start()) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(proxy.url().resolve("/rest")).build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).startsWith("the proxy cannot reach 127.0.0.1:1: ");
    }
  }

  private static String ask(FaultProxy proxy, String path, String method, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(proxy.url().resolve("/__tck" + (path.isEmpty() ? "" : "/" + path)))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("content-type", "application/json")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
