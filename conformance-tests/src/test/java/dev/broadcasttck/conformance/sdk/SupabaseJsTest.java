package dev.broadcasttck.conformance.sdk;

import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Released SDKs, which know neither the suite nor the mock, live with the mock. */
@RealSdk("supabase-js")
@ParameterizedClass(name = "supabase-js {0}")
@ValueSource(strings = {"2.119.1", "2.37.0"})
class SupabaseJsTest {
  private static final Map<String, ?> DEFAULTS = Map.of();
  private static final Map<String, ?> SELF = Map.of("broadcast", Map.of("self", true));
  private static final Map<String, ?> ACK = Map.of("broadcast", Map.of("ack", true));

  @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

  private static Adapter adapter;

  @Parameter String release;

  private final String topic = "room-" + UUID.randomUUID();
  private final List<SdkClient> clients = new ArrayList<>();

  @BeforeParameterizedClassInvocation
  static void start(String release) {
    adapter = new Adapter(Installation.of("supabase-js@" + release));
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    adapter.close();
  }

  @AfterEach
  void nothingWasThrownWhereNobodyCatches() {
    clients.forEach(SdkClient::disconnect);
    assertThat(adapter.told("uncaught")).isEmpty();
  }

  @Test
  void itIsTheReleaseThatItIsSaidToBe() {
    JsonNode introduction = adapter.call("initialize", Map.of());

    assertThat(introduction.at("/sdk/version").asString()).isEqualTo(release);
  }

  @Test
  void aListenerHearsItsEventAndNothingElse() {
    SdkChannel bob = client("bob").channel(topic, DEFAULTS).on("test").on("*").subscribed();

    try (Witness alice = witness()) {
      alice.says("other", Map.of("n", 1));
      alice.says("test", Map.of("n", 2));
      alice.says("last", Map.of("n", 3));

      bob.hears("*", "last");
    }
    assertThat(bob.heard("*")).containsExactly("other", "test", "last");
    assertThat(bob.heard("test")).containsExactly("test");
  }

  @Test
  void theSendingChannelDoesNotHearItselfByDefault() {
    SdkChannel alice = client("alice").channel(topic, DEFAULTS).on("*").subscribed();

    exchange(alice);

    assertThat(alice.heard("*")).containsExactly("sentinel");
  }

  @Test
  void withSelfTheSendingChannelHearsItselfOnce() {
    SdkChannel alice = client("alice").channel(topic, SELF).on("*").subscribed();

    exchange(alice);

    assertThat(alice.heard("*")).containsExactly("greeting", "sentinel");
  }

  /** Alice sends, and then hears what a witness says who has heard her. */
  private void exchange(SdkChannel alice) {
    try (Witness bob = witness()) {
      assertThat(alice.send("greeting", Map.of("message", "hello")).join()).isEqualTo("ok");
      bob.hears("greeting");
      bob.says("sentinel", Map.of());
      alice.hears("*", "sentinel");
    }
  }

  @Test
  void withAckASendResolvesOnTheServersReply() {
    SdkChannel alice = client("alice").channel(topic, ACK).subscribed();

    assertThat(alice.send("greeting", Map.of()).join()).isEqualTo("ok");
  }

  @Test
  void onlyWithAckASendWaitsForAReply() {
    SdkClient alice = client("alice", Map.of("timeoutMs", 500));
    SdkChannel waiting = alice.channel(topic, ACK).subscribed();
    SdkChannel hasty = alice.channel(topic + "-hasty", DEFAULTS).subscribed();
    mock.holdAcks();

    assertThat(waiting.send("greeting", Map.of()).join()).isEqualTo("timed out");
    assertThat(hasty.send("greeting", Map.of()).join()).isEqualTo("ok");

    mock.verify(broadcast("greeting").on(topic).overSocket().times(1));
    mock.verify(broadcast("greeting").on(topic + "-hasty").overSocket().times(1));
  }

  @Test
  void sendingWithoutSubscribingAndRemovingTheChannelAtOnceDelivers() {
    SdkChannel alice = client("alice").channel(topic, DEFAULTS);

    try (Witness bob = witness()) {
      CompletableFuture<String> sent = alice.send("greeting", Map.of("message", "hello"));
      CompletableFuture<String> removed = alice.remove();

      assertThat(bob.hears("greeting").path("message").asString()).isEqualTo("hello");
      assertThat(sent.join()).isEqualTo("ok");
      assertThat(removed.join()).isEqualTo("ok");
    }
    mock.verify(broadcast("greeting").on(topic).overRest().times(1));
  }

  @Test
  void twoClientsHearEachOther() {
    SdkChannel alice = client("alice").channel(topic, DEFAULTS).on("answer").subscribed();
    SdkChannel bob = client("bob").channel(topic, DEFAULTS).on("question").subscribed();

    Map<String, ?> question = Map.of("words", List.of("¿qué?", "什么 🌍"));
    assertThat(alice.send("question", question).join()).isEqualTo("ok");
    assertThat(bob.hears("question", "question").at("/words/1").asString()).isEqualTo("什么 🌍");

    Map<String, ?> answer = Map.of("depth", Map.of("of", List.of(1.5, true)));
    assertThat(bob.send("answer", answer).join()).isEqualTo("ok");
    assertThat(alice.hears("answer", "answer").at("/depth/of/0").asDouble()).isEqualTo(1.5);
  }

  private Witness witness() {
    return Witness.join(mock.mock().socketUrl(), mock.anonKey(), topic);
  }

  private SdkClient client(String name) {
    return client(name, Map.of());
  }

  private SdkClient client(String name, Map<String, ?> options) {
    String unique = name + " of " + topic;
    SdkClient client = adapter.connect(unique, mock.url().toString(), mock.anonKey(), options);
    clients.add(client);
    return client;
  }
}
