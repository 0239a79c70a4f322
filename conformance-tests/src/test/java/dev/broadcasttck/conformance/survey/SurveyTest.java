package dev.broadcasttck.conformance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.ScriptedServer;
import dev.broadcasttck.conformance.survey.Answer.Opinion;
import dev.broadcasttck.conformance.survey.Survey.Findings;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final Duration HASTE = Duration.ofMillis(500);

  @Test
  void aServerThatCanDoItAllIsFoundOut() throws InterruptedException {
    assertThat(opinions(List.of()))
        .containsEntry("version-2", Opinion.CAN)
        .containsEntry("acknowledgements", Opinion.CAN)
        .containsEntry("binary-frames", Opinion.CAN)
        .containsEntry("presence", Opinion.CAN)
        .containsEntry("postgres-changes", Opinion.CAN)
        .containsEntry("rest-batch", Opinion.CAN)
        .containsEntry("rest-single-event", Opinion.CAN)
        .containsEntry("private-channels", Opinion.UNCLEAR);
  }

  @Test
  void aServerWithoutAcknowledgementsIsFoundOut() throws InterruptedException {
    Fault fault = Faults.named("ACK_MISSING").orElseThrow();

    assertThat(opinions(List.of(fault)))
        .containsEntry("acknowledgements", Opinion.CANNOT)
        .containsEntry("binary-frames", Opinion.CAN);
  }

  @Test
  void aServerThatSaysNothingLeavesEverythingOpen() throws InterruptedException {
    try (ScriptedServer server = new ScriptedServer();
        Transport transport = Transport.open(TransportOptions.PLAIN)) {
      URI nowhere = URI.create("http://" + server.url().getAuthority() + "/api/broadcast");
      Endpoint endpoint = new Endpoint(server.url(), nowhere, new Secret("key"), Map.of());

      Findings findings = Survey.of(transport, endpoint, Duration.ofMillis(200));

      assertThat(byCapability(findings))
          .containsEntry("version-2", Opinion.UNCLEAR)
          .containsEntry("acknowledgements", Opinion.UNCLEAR)
          .containsEntry("binary-frames", Opinion.UNCLEAR)
          .containsEntry("presence", Opinion.UNCLEAR)
          .containsEntry("postgres-changes", Opinion.UNCLEAR)
          .containsEntry("rest-batch", Opinion.CANNOT)
          .doesNotContainValue(Opinion.CAN);
      assertThat(new Draft("ws://h", false, findings).text()).contains("\ncapabilities: []\n");
    }
  }

  @Test
  void whatCameUnaskedIsBackground() {
    Findings findings = new Findings(List.of(), Set.of("presence_state"));

    assertThat(new Draft("ws://h", false, findings).text())
        .contains("\nbackground:\n  - { event: \"presence_state\" }\n");
  }

  @Test
  void aServersWordsCannotBreakOutOfAComment() {
    Answer hostile = new Answer("presence", Opinion.CAN, "a\nurl: evil\r\u2028" + "x".repeat(200));
    String text = new Draft("ws://h", false, new Findings(List.of(hostile), Set.of())).text();

    assertThat(text).contains("  - presence # a url: evil x").doesNotContain("\nurl: evil");
    assertThat(text.lines()).allMatch(line -> line.length() < 140);
  }

  private static Map<String, Opinion> opinions(List<Fault> faults) throws InterruptedException {
    try (BroadcastMock mock = BroadcastMock.builder().faults(faults).start();
        Transport transport = Transport.open(TransportOptions.PLAIN)) {
      Endpoint endpoint =
          new Endpoint(mock.socketUrl(), mock.broadcastUrl(), new Secret(mock.anonKey()), Map.of());
      return byCapability(Survey.of(transport, endpoint, HASTE));
    }
  }

  private static Map<String, Opinion> byCapability(Findings findings) {
    return findings.answers().stream()
        .collect(Collectors.toMap(Answer::capability, Answer::opinion));
  }
}
