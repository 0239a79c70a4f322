package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verbs of the server corpus say when the server does something else. */
class WireVerbsTest {
  private static final Budgets SHORT = new Budgets(Duration.ofMillis(400));
  private static final Rigour BRIEF = new Rigour(3, Duration.ZERO);
  private static final String IN_ROOM =
      """
        - alice: { connect: {} }
        - alice: { joins: { topic: $room, self: true, ack: true, ref: "1", join_ref: "11" }, as: join }
        - bob: { connect: {} }
        - bob: { joins: $room }
        - alice: { broadcasts: { event: hi, payload: { n: 1 }, ref: "2" }, as: hi }
      """;
  private static final String HI_CAME =
      """
        - alice: { gets-broadcast: hi }
        - alice: { gets-reply: { to: hi, status: ok, response: {} }, control: true }
        - bob: { gets-broadcast: { event: hi, payload: { n: $integer } } }
      """;

  @TempDir Path directory;

  @Test
  void whatHoldsPasses() throws InterruptedException {
    Result result =
        play(
            IN_ROOM
                + HI_CAME
                + """
                  - alice: { sends: { text: "[nonsense" } }
                  - alice: { sends: { ping: "are you there" } }
                  - alice: { gets: { pong: "are you there" } }
                  - alice: { heartbeats: {} }
                  - bob: { requests: { method: POST, path: /api/broadcast, json: {} , headers: { authorization: "Bearer $apikey" } }, as: call }
                  - bob: { answers: { to: call, status: { $one-of: [400, 422] } } }
                  - alice: { leaves: $room, as: leave }
                  - alice: { gets-reply: { to: leave, status: { $capture: word }, response: {} } }
                  - alice: { gets: { topic: $room, event: phx_close, ref: "11", payload: {} } }
                  - alice: { closes: {} }
                """,
            List.of());

    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          connect: { vsn: 3.0.0 }              | SocketRefused[socket=carol-3, status=403
          refused: { status: 403 }             | SocketOpened
          """)
  void aSocketThatOpensOrNot(String verb, String actual) throws InterruptedException {
    assertThat(failure(IN_ROOM + HI_CAME + "  - carol: { " + verb + " }\n")).contains(actual);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gets: { topic: $room, event: other }               | expected "other" at /event, got "broadcast", in the frame {
          gets: { payload: { "...": $any, payload: { n: 2 } } } | expected 2 at /payload/payload/n, got 1, in the frame
          gets: { text: hello }                              | expected "hello" at /text, got "{
          gets: { kind: 4, event: hi }                       | another kind of frame: {
          gets-reply: { to: join, status: ok }               | expected "phx_reply" at /event, got "broadcast"
          gets-broadcast: { event: ho, payload: {} }         | expected "ho" at /payload/event, got "hi"
          gets-any-order: [{ event: a }, { event: b }]       | none of them: {
          heartbeats: {}                                     | expected "phx_reply" at /event, got "broadcast"
          closed: { code: 1000 }                             | before that a frame came: {
          gets-nothing-of: hi                                | one came: {
          no-reply-to: hi                                    | one came: {
          """)
  void anotherFrameThanExpected(String verb, String actual) throws InterruptedException {
    String control =
        """
          - bob: { gets-broadcast: hi, control: true }
        """;
    assertThat(failure(IN_ROOM + control + "  - alice: { " + verb + " }\n")).contains(actual);
  }

  @Test
  void nothingWhereSomethingMustCome() throws InterruptedException {
    assertThat(failure(IN_ROOM + HI_CAME + "  - bob: { gets: { event: more } }\n"))
        .contains("nothing came within 400 ms");
    assertThat(failure(IN_ROOM + HI_CAME + "  - bob: { closed: { code: $any } }\n"))
        .contains("it was open after 400 ms");
  }

  @Test
  void whatNoStepExplains() throws InterruptedException {
    assertThat(failure(IN_ROOM + "  - alice: { gets-broadcast: hi }\n"))
        .contains("alice gets nothing else")
        .contains("\"event\":\"phx_reply\"");
  }

  @Test
  void aSocketThatTheServerEndsUnasked() throws InterruptedException {
    assertThat(failure(IN_ROOM + HI_CAME + "  - alice: { sends: { raw: \"ff00\" } }\n"))
        .contains("its socket stays open")
        .contains("code=1002");
  }

  @Test
  void anotherAnswer() throws InterruptedException {
    assertThat(
            failure(
                IN_ROOM
                    + HI_CAME
                    + """
                      - bob: { requests: { method: GET, path: /api/broadcast }, as: call }
                      - bob: { answers: { to: call, status: 202 } }
                    """))
        .contains("expected 202 at /status, got ");
  }

  @Test
  void aRefusedJoin() throws InterruptedException {
    assertThat(failure("  - alice: { connect: {} }\n  - alice: { joins: \"nowhere\" }\n"))
        .contains("expected \"ok\" at /payload/status, got \"error\"");
  }

  @Test
  void anEchoThatIsForbidden() throws InterruptedException {
    Fault echo = Faults.named("ECHO_ALWAYS").orElseThrow();
    String steps =
        """
          - alice: { connect: {} }
          - alice: { joins: $room }
          - bob: { connect: {} }
          - bob: { joins: $room }
          - alice: { broadcasts: { event: hi, payload: { n: 1 } }, as: hi }
          - bob: { gets-broadcast: hi, control: true }
          - alice: { gets-nothing-of: hi }
        """;

    assertThat(play(steps, List.of()).negatives())
        .extracting(Negative::barrier, Negative::grade)
        .containsExactly(tuple(Barrier.WITNESS, Grade.A));
    assertThat(play(steps, List.of(echo)).findings().toString()).contains("one came: {");
  }

  private String failure(String steps) throws InterruptedException {
    Result result = play(steps, List.of());
    assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.FAILED);
    return result.findings().toString();
  }

  private Result play(String steps, List<Fault> faults) throws InterruptedException {
    Corpus corpus = corpus(steps);
    try (BundledMock mock = BundledMock.open(faults);
        PlainNetwork network = PlainNetwork.open(TransportOptions.PLAIN);
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, Set.of())) {
      return new Run(
              corpus.rules(), mock.target(), driver, Optional.of(network), Quota.OWN, SHORT, BRIEF)
          .play(Playing.all(corpus).get(0));
    }
  }

  private Corpus corpus(String steps) {
    List<String> actors =
        List.of("alice", "bob", "carol").stream().filter(it -> steps.contains("- " + it)).toList();
    String head =
        """
        id: SELF-1/words-with-dashes
        title: A sentence
        proves: [SELF-1]
        versions: [1.0.0]
        actors: { %s: {} }
        steps:
        """
            .formatted(String.join(": {}, ", actors));
    try {
      Files.createDirectories(directory.resolve("scenarios/server"));
      Files.writeString(directory.resolve("scenarios/server/a.yaml"), head + steps);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return Corpora.read(directory);
  }
}
