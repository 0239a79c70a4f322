package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdminApiTest {
  private static final OpenApi DESCRIPTION = new OpenApi(description());
  private static final String JOIN =
      "[\"11\",\"1\",\"realtime:room\",\"phx_join\",{\"config\":{},\"access_token\":\"%s\"}]";
  private static final String PUSH =
      "[\"11\",\"2\",\"realtime:room\",\"broadcast\",{\"event\":\"e\"}]";
  private static final String ACK =
      "[\"11\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";

  private final BroadcastMock mock = BroadcastMock.builder().admin().start();
  private final AdminClient admin = new AdminClient(mock, DESCRIPTION);

  private static String description() {
    try (InputStream in =
        BroadcastMock.class.getResourceAsStream("/dev/broadcasttck/mock/admin/openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  @AfterAll
  static void allThatIsDescribedHasBeenAsked() {
    assertThat(DESCRIPTION.seen()).isEqualTo(DESCRIPTION.operations());
  }

  @Test
  void itDescribesItself() {
    assertThat(admin.get("/__tck/openapi.json").path("openapi").asString()).isEqualTo("3.1.1");
    JsonNode glance = admin.get("/__tck");
    assertThat(glance.path("url").asString()).isEqualTo(mock.url().toString());
    assertThat(glance.path("ahead").asString()).isEqualTo("PT0S");
  }

  @Test
  void aMockThatIsNotBuiltForItAnswersAsItAlwaysDoes() throws Exception {
    try (BroadcastMock plain = BroadcastMock.builder().start()) {
      var client = new AdminClient(plain, DESCRIPTION);
      assertThat(AdminClient.ask(client.request("GET", "/__tck", "")).body())
          .isEqualTo("Not Found");
    }
  }

  @Test
  void withoutACriticNothingIsRemarked() {
    JsonNode findings = admin.get("/__tck/findings");
    assertThat(findings.path("critic").booleanValue()).isFalse();
    assertThat(findings.path("findings")).isEmpty();
    assertThat(admin.get("/__tck/coverage").path("chapters")).isEmpty();
  }

  @Test
  void theJournalIsReadInPages() throws Exception {
    try (var alice = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{}");
    }
    JsonNode first = admin.get("/__tck/journal?limit=2");
    assertThat(kinds(first)).containsExactly("knocked", "opened");
    assertThat(first.path("more").booleanValue()).isTrue();

    JsonNode second = admin.get("/__tck/journal?since=" + first.path("next"));
    assertThat(kinds(second)).startsWith("received", "sent");
    JsonNode about = second.path("entries").path(0).path("about");
    assertThat(about.path("topic").asString()).isEqualTo("realtime:room");
    assertThat(about.path("event").asString()).isEqualTo("phx_join");
  }

  @Test
  void linesAreSelected() throws Exception {
    try (var alice = Sockets.version2(mock);
        var bob = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{}");
      Sockets.join(bob, "21", "{}");
      assertThat(kinds(admin.get("/__tck/journal?socket=2&topic=realtime:room")))
          .containsExactly("received", "sent");
      assertThat(kinds(admin.get("/__tck/journal?kind=opened")))
          .containsExactly("opened", "opened");
    }
  }

  @Test
  void aPageThatIsEmptyIsWaitedFor() throws Exception {
    CompletableFuture<JsonNode> page =
        CompletableFuture.supplyAsync(() -> admin.get("/__tck/journal?wait=30&kind=asked"));
    while (!page.isDone()) {
      Sockets.post(mock, "room", "e");
    }
    assertThat(kinds(page.join())).contains("asked");

    JsonNode none = admin.get("/__tck/journal?wait=1&kind=held");
    assertThat(none.path("entries")).isEmpty();
  }

  @Test
  void aLongFrameIsCutInAPageAndWholeByItself() throws Exception {
    String letters = "x".repeat(10_000);
    try (var alice = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{\"broadcast\":{\"ack\":true}}");
      alice.send(PUSH.replace("\"e\"", "\"" + letters + "\""));
      alice.upTo(ACK);
    }
    JsonNode entry = admin.get("/__tck/journal?kind=received&limit=2").path("entries").path(1);
    assertThat(entry.path("frame").path("cut").booleanValue()).isTrue();
    JsonNode whole = admin.get("/__tck/journal/" + entry.path("n"));
    assertThat(whole.path("frame").path("content").asString()).contains(letters);
    assertThat(admin.refusal(404, "GET", "/__tck/journal/9999", "")).contains("no line 9999");
  }

  @Test
  void theJournalIsStreamed() throws Exception {
    Sockets.post(mock, "room", "before");
    try (BufferedReader stream = admin.stream("/__tck/journal/stream?since=0")) {
      assertThat(event(stream))
          .contains("id: 0", "event: entry")
          .last()
          .asString()
          .contains("asked");
      assertThat(event(stream)).last().asString().contains("answered");
      admin.post("/__tck/reset", "");
      assertThat(event(stream)).containsExactly("event: reset", "data: {}");
      Sockets.post(mock, "room", "after");
      assertThat(event(stream)).contains("id: 0", "event: entry");
    }
  }

  private static List<String> event(BufferedReader stream) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = stream.readLine(); !line.isEmpty(); line = stream.readLine()) {
      lines.add(line);
    }
    return lines.get(0).startsWith(":") ? event(stream) : lines;
  }

  @Test
  void whoeverIsThereIsShown() throws Exception {
    try (var alice = Sockets.version2(mock);
        var bob = Sockets.version1(mock)) {
      Sockets.join(alice, "11", "{\"broadcast\":{\"self\":true}}");
      bob.send("{}");
      JsonNode sockets = admin.get("/__tck/sockets").path("sockets");
      assertThat(sockets).hasSize(2);
      assertThat(sockets.path(0).path("channels").path(0).path("self").booleanValue()).isTrue();
      assertThat(admin.get("/__tck/sockets/2").path("version").asString()).isEqualTo("1.0.0");

      JsonNode topic = admin.get("/__tck/topics").path("topics").path(0);
      assertThat(topic.path("topic").asString()).isEqualTo("realtime:room");
      assertThat(topic.path("members").path(0).path("joinRef").asString()).isEqualTo("11");
    }
  }

  @Test
  void aBroadcastIsPutIntoATopic() throws Exception {
    try (var alice = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{}");
      JsonNode injected =
          admin.post(
              "/__tck/broadcast",
              "{\"topic\":\"room\",\"event\":\"e\",\"payload\":{\"big\":12345678901234567890}}");
      assertThat(injected.path("receivers").intValue()).isEqualTo(1);
      assertThat(alice.next())
          .isEqualTo(
              "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\",\"payload\":{\"big\":12345678901234567890},\"type\":\"broadcast\"}]");
      admin.post("/__tck/broadcast", "{\"topic\":\"room\",\"event\":\"d\",\"via\":\"database\"}");
      assertThat(alice.next()).startsWith("04");
    }
  }

  @Test
  void socketsAreEnded() throws Exception {
    try (var alice = Sockets.version2(mock);
        var bob = Sockets.version2(mock);
        var carol = Sockets.version2(mock)) {
      admin.post("/__tck/sockets/1/close", "{\"code\":4001}");
      assertThat(alice.closeCode()).isEqualTo(4001);
      admin.post("/__tck/sockets/2/close", "{\"how\":\"cut\"}");
      assertThat(bob.closeCode()).isEqualTo(1006);
      admin.post("/__tck/shutdown", "");
      assertThat(carol.closeCode()).isEqualTo(1012);
    }
    try (var dave = Sockets.version2(mock)) {
      admin.post("/__tck/disconnect", "");
      assertThat(dave.closeCode()).isEqualTo(1012);
    }
    assertThat(admin.refusal(404, "GET", "/__tck/sockets/99", "")).contains("no socket 99");
    assertThat(admin.refusal(404, "POST", "/__tck/disconnect", "{\"project\":\"none\"}"))
        .contains("no project none");
  }

  @Test
  void faultsAreSwitchedOnAndOffWhileSocketsAreOpen() throws Exception {
    try (var alice = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{\"broadcast\":{\"ack\":true}}");
      JsonNode fault = admin.expect(201, "POST", "/__tck/faults", "{\"name\":\"ECHO_ALWAYS\"}");
      alice.send(PUSH);
      assertThat(alice.next()).contains("\"broadcast\"");
      assertThat(alice.next()).isEqualTo(ACK);
      JsonNode on = admin.get("/__tck/faults").path("faults").path(0);
      assertThat(on.path("activations").intValue()).isEqualTo(1);
      assertThat(on.path("rules").path(0).asString()).isEqualTo("SELF-1");

      admin.expect(200, "DELETE", "/__tck/faults/" + fault.path("id"), "");
      alice.send(PUSH);
      assertThat(alice.next()).isEqualTo(ACK);
    }
    admin.expect(201, "POST", "/__tck/faults", "{\"name\":\"REST_DEAF\"}");
    admin.expect(200, "DELETE", "/__tck/faults", "");
    assertThat(admin.get("/__tck/faults").path("faults")).isEmpty();
  }

  @Test
  void aFaultActsOnTheOccasionsOfItsConditionOnly() throws Exception {
    admin.expect(
        201,
        "POST",
        "/__tck/faults",
        "{\"name\":\"ACK_MISSING\",\"condition\":{\"topic\":\"room\",\"event\":\"e\",\"nth\":2}}");
    try (var alice = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{\"broadcast\":{\"ack\":true}}");
      alice.send(PUSH);
      assertThat(alice.next()).isEqualTo(ACK);
      alice.send(PUSH.replace("\"e\"", "\"other\""));
      assertThat(alice.next()).isEqualTo(ACK);
      alice.send(PUSH);
      alice.send(PUSH.replace("\"2\"", "\"3\""));
      assertThat(alice.next()).isEqualTo(ACK.replace("\"2\"", "\"3\""));
    }
  }

  @Test
  void whatIsKnownIsListed() {
    JsonNode known = admin.get("/__tck/faults/known").path("known");
    assertThat(known.size()).isGreaterThan(100);
    assertThat(admin.refusal(404, "POST", "/__tck/faults", "{\"name\":\"ACK_MISING\"}"))
        .contains("did you mean ACK_MISSING?");
    JsonNode builtIn =
        known.valueStream().filter(it -> !it.path("switchable").booleanValue()).findFirst().get();
    assertThat(
            admin.refusal(409, "POST", "/__tck/faults", "{\"name\":" + builtIn.path("name") + "}"))
        .contains("start the mock with it");
  }

  @Test
  void theClockIsMoved() {
    JsonNode before = admin.get("/__tck/clock");
    JsonNode after = admin.post("/__tck/clock/advance", "{\"by\":\"PT1H\"}");
    assertThat(after.path("ahead").asString()).isEqualTo("PT1H");
    assertThat(Instant.parse(after.path("now").asString()))
        .isAfterOrEqualTo(Instant.parse(before.path("now").asString()).plus(Duration.ofHours(1)));
    assertThat(admin.refusal(400, "POST", "/__tck/clock/advance", "{\"by\":\"one hour\"}"))
        .contains("such as PT30S, not one hour");
    assertThat(admin.refusal(400, "POST", "/__tck/clock/advance", "{\"by\":\"-PT1H\"}"))
        .contains("must go forwards");
  }

  @Test
  void whatIsWrongIsToldTogether() {
    assertThat(
            admin.refusal(
                400,
                "POST",
                "/__tck/broadcast",
                "{\"topc\":\"room\",\"payload\":[],\"event\":\"\"}"))
        .contains("topic is missing")
        .contains("topc is not known here, did you mean `topic`?")
        .contains("payload must be an object")
        .contains("event must be a text that is not empty");
    assertThat(admin.refusal(400, "GET", "/__tck/journal?since=x&kind=sentt", ""))
        .contains("since must be a whole number")
        .contains("did you mean `sent`?");
    assertThat(admin.refusal(400, "POST", "/__tck/reset", "{")).contains("the body is not JSON");
  }

  @Test
  void noSecretIsShown() throws Exception {
    try (var alice = Sockets.version2(mock)) {
      alice.send(JOIN.formatted(mock.anonKey()));
      alice.next();
    }
    Sockets.post(mock, "room", "e");
    String shown =
        admin.get("/__tck/journal").toString()
            + admin.get("/__tck/journal/2")
            + admin.get("/__tck/sockets")
            + admin.get("/__tck");
    assertThat(shown).contains("(secret)").doesNotContain(mock.anonKey()).doesNotContain("eyJ");
  }

  @Test
  void pagesOfOtherSitesAreTurnedAway() {
    var foreign = admin.request("GET", "/__tck", "").header("origin", "https://evil.example");
    assertThat(AdminClient.ask(foreign).statusCode()).isEqualTo(403);
    var own = admin.request("GET", "/__tck", "").header("origin", mock.url().toString());
    assertThat(AdminClient.ask(own).statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasNoTokenIsTurnedAwayWhereOneIsNeeded() throws UnknownHostException {
    InetAddress anywhere = InetAddress.getByName("0.0.0.0");
    assertThatThrownBy(() -> BroadcastMock.builder().admin().host(anywhere).start())
        .hasMessageContaining("admin(token)");
    try (BroadcastMock guarded = BroadcastMock.builder().admin("s3cret").host(anywhere).start()) {
      var client = new AdminClient(guarded, DESCRIPTION);
      assertThat(client.refusal(401, "GET", "/__tck", "")).contains("token is missing");
      assertThat(client.refusal(401, "GET", "/__tck?token=other", "")).contains("token is wrong");
      assertThat(client.get("/__tck?token=s3cret").path("next").intValue()).isZero();
      var bearer = client.request("GET", "/__tck", "").header("authorization", "Bearer s3cret");
      assertThat(AdminClient.ask(bearer).statusCode()).isEqualTo(200);
    }
  }

  private static List<String> kinds(JsonNode page) {
    return page.path("entries").valueStream().map(it -> it.path("kind").asString()).toList();
  }
}
