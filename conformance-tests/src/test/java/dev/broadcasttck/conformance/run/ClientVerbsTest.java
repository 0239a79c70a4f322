package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
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

/** What the verbs of the client corpus say when the client does something else. */
class ClientVerbsTest {
  /** Spent only where something does not hold. */
  private static final Budgets LONG = new Budgets(Duration.ofSeconds(8));

  private static final Budgets SHORT = new Budgets(Duration.ofMillis(400));
  private static final String JOINED =
      """
        - app: { join: { topic: $room, ack: true, listen: test }, as: room, control: true }
        - server: { sees: { topic: $room, event: phx_join }, as: join }
      """;
  private static final String SENT =
      """
        - app: { broadcast: { event: hi, payload: { n: 1 } }, as: hi }
        - server: { sees: { topic: $room, event: broadcast, payload: { event: hi, "...": $any } } }
      """;

  @TempDir Path directory;

  @Test
  void whatHoldsPasses() throws InterruptedException {
    Result result =
        play(
            JOINED
                + SENT
                + """
                  - app: { resolves: { send: hi, result: [ok, error] } }
                  - server: { delivers: { topic: $room, event: test, payload: { n: 2 } }, as: hello }
                  - app: { receives-once: hello }
                  - server: { sees-sockets: { open: 1, from: app } }
                  - server: { sees-count: { connect: {}, exactly: 1 } }
                  - server: { never-sees: { event: phx_leave } }
                  - app: { never-reports: CLOSED }
                  - app: { throws-nothing: {} }
                """,
            Set.of(),
            LONG);

    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.negatives()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server: { sees: { topic: $room, event: phx_leave } }             | none came within 400 ms
          server: { sees-connect: { query: { vsn: "9" } } }                | expected "9" at /query/vsn, got
          server: { sees-request: { method: POST } }                       | none came within 400 ms
          server: { never-sees-connect: {} }                               | never sees a request for a socket
          server: { sees-count: { event: phx_join, exactly: 2 } }          | it saw 1
          server: { sees-count: { event: phx_join, at-most: 0, because: "a test" } } | it saw 1
          server: { sees-end: {} }                                         | it had not after 400 ms
          server: { sees-sockets: { open: 2 } }                            | open are [socket-1]
          """)
  void anotherThingThanExpected(String step, String actual) throws InterruptedException {
    Result result = play(JOINED + "  - " + step + "\n", Set.of());

    assertThat(result.findings().toString()).contains(actual);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aFrameThatIsForbidden() throws InterruptedException {
    String steps = JOINED + "  - server: { never-sees: { event: broadcast } }\n";

    assertThat(play(steps, Set.of()).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(
            failure(
                steps
                    + "  - app: { broadcast: { event: hi, payload: { n: 1 } }, as: hi }\n"
                    + "  - app: { settles: hi }\n"))
        .contains("the server never sees a frame like {\"event\":\"broadcast\"}");
  }

  @Test
  void aSendThatEndsOtherwiseOrNever() throws InterruptedException {
    assertThat(
            failure(
                "  - server: { acknowledges-with: { status: error } }\n"
                    + JOINED
                    + SENT
                    + "  - app: { resolves: hi }\n"))
        .contains("it ended with 'error'");
    assertThat(
            play(
                    "  - server: { ignores: broadcast }\n"
                        + JOINED
                        + SENT
                        + "  - app: { settles: hi }\n",
                    Set.of(Misbehaviour.NEVER_TIMES_OUT))
                .findings()
                .toString())
        .contains("the send ends")
        .contains("it had not after");
  }

  @Test
  void aStatusThatIsOrIsNotReported() throws InterruptedException {
    assertThat(failure(JOINED + "  - app: { reports: CHANNEL_ERROR }\n"))
        .contains("it reported SUBSCRIBED");
    assertThat(
            failure(
                JOINED
                    + "  - app: { never-reports: CHANNEL_ERROR }\n"
                    + "  - server: { fails-channel: $room }\n"
                    + "  - server: { sees: { topic: $room, event: phx_join, within: reconnect } }\n"))
        .contains("does not report CHANNEL_ERROR");
  }

  @Test
  void aMessageThatIsHeardAgainOrAtAll() throws InterruptedException {
    String twice =
        """
          - server: { delivers: { topic: $room, event: test, payload: { n: 2 } }, as: hello }
          - server: { delivers: { topic: $room, event: test, payload: { n: 2 } }, as: again }
        """;

    assertThat(failure(JOINED + twice + "  - app: { receives-once: hello }\n"))
        .contains("no listener hears it again");
    assertThat(failure(JOINED + twice + "  - app: { never-receives: hello }\n"))
        .contains("no listener hears it");
    assertThat(failure(JOINED + twice + "  - app: { receives: hello }\n"))
        .contains("nothing else is heard");
  }

  @Test
  void aRequestThatIsForbiddenOrAnother() throws InterruptedException {
    String early =
        """
          - app: { channel: { topic: $room }, as: early }
          - app: { broadcast: { event: hi, payload: { n: 1 }, on: early }, as: hi, control: true }
          - app: { settles: hi }
        """;

    assertThat(failure(early + "  - server: { never-sees-request: { method: POST } }\n"))
        .contains("the server never sees a request like");
    assertThat(failure(early + "  - server: { sees-request: { method: PUT } }\n"))
        .contains("expected \"PUT\" at /method, got \"POST\"");
    assertThat(
            failure(
                "  - server: { answers-requests: { status: 401 } }\n"
                    + early
                    + "  - app: { resolves: hi }\n"))
        .contains("it ended with 'error'");
  }

  @Test
  void anotherEndOfTheSocket() throws InterruptedException {
    assertThat(
            failure(
                JOINED
                    + """
                      - app: { disconnect: {} }
                      - server: { sees-end: { code: 4711 } }
                    """))
        .contains("the socket is ended with 4711");
  }

  @Test
  void theClientsWordAgainstTheWire() throws InterruptedException {
    String steps =
        """
          - server: { holds: phx_join, as: join }
          - app: { channel: { topic: $room } }
          - app: { subscribe: {} }
          - server: { sees: { topic: $room, event: phx_join } }
          - app: { reports: SUBSCRIBED, control: true }
        """;

    assertThat(play(steps, Set.of(Misbehaviour.SUBSCRIBED_TOO_EARLY)).findings().toString())
        .contains("no such reply was on the wire");
  }

  @Test
  void whatCannotBeDoneShowsNothing() throws InterruptedException {
    String steps =
        """
          - app: { opens: {} }
          - app: { channel: { topic: $room } }
          - server: { fails-channel: $room }
        """;
    Result result = play(steps, Set.of());

    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.findings().toString()).contains("none has on an open socket");
  }

  @Test
  void whatALaterStepSeesIsForbiddenStill() throws InterruptedException {
    assertThat(
            failure(
                JOINED + "  - server: { never-sees: { topic: $room, event: broadcast } }\n" + SENT))
        .contains("the server never sees a frame like");
  }

  @Test
  void whoMayThrowAndDoesIsAskedNoMore() throws InterruptedException {
    String again = "  - app: { subscribe: { may-throw: true } }\n";
    Result result =
        play(
            JOINED + again + "  - server: { sees: { topic: $room, event: phx_leave } }\n",
            Set.of());

    assertThat(result.findings().toString()).contains("is subscribed already");
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void whoRunsAwayFromWhatItIsToldFails() throws InterruptedException {
    String steps =
        JOINED
            + """
              - server: { sends: { topic: $room, event: novelty, payload: {} } }
              - server: { sees-end: {}, control: true }
              - server: { delivers: { topic: $room, event: test, payload: { n: 2 } }, as: hello }
            """;
    Result result = play(steps, Set.of(Misbehaviour.DIES_OF_UNKNOWN_EVENT));

    assertThat(result.findings().toString())
        .contains("it ended its socket, told")
        .contains("novelty");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void whoIsSentAwayByItsUserHasNotRunAway() throws InterruptedException {
    String steps =
        JOINED
            + """
              - server: { sends: { topic: $room, event: novelty, payload: {} } }
              - app: { disconnect: {} }
              - server: { delivers: { topic: $room, event: test, payload: { n: 2 } }, as: hello }
            """;

    assertThat(play(steps, Set.of()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private String failure(String steps) throws InterruptedException {
    Result result = play(steps, Set.of());
    assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.FAILED);
    return result.findings().toString();
  }

  private Result play(String steps, Set<Misbehaviour> misbehaviours) throws InterruptedException {
    return play(steps, misbehaviours, SHORT);
  }

  private Result play(String steps, Set<Misbehaviour> misbehaviours, Budgets budgets)
      throws InterruptedException {
    Corpus corpus = corpus(steps);
    try (BundledMock mock = BundledMock.open(List.of());
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, misbehaviours)) {
      return new Run(
              corpus.rules(),
              mock.target(),
              driver,
              Optional.empty(),
              Quota.OWN,
              budgets,
              Rigour.DEFAULT)
          .play(Playing.all(corpus).get(0));
    }
  }

  private Corpus corpus(String steps) {
    String head =
        """
        id: SELF-1/words-with-dashes
        title: A sentence
        proves: [SELF-1]
        versions: [any]
        actors: { app: { timers: { timeout: 2s, reconnect: 50ms } } }
        steps:
        """;
    String claim = "  - app: { throws-nothing: {} }\n";
    try {
      Files.createDirectories(directory.resolve("scenarios/client"));
      Files.writeString(directory.resolve("scenarios/client/a.yaml"), head + steps + claim);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Corpora.read(directory);
  }
}
