package dev.broadcasttck.conformance.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.checkup.SmallAdapter.Lie;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An adapter of the suite's own making, right or wrong on purpose. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckupTest {
  private static final Fault SILENCE = Faults.named("ACK_MISSING").orElseThrow();

  private final BroadcastMock obedient = BroadcastMock.builder().start();
  private final BroadcastMock silent = BroadcastMock.builder().faults(List.of(SILENCE)).start();

  @AfterEach
  void stop() {
    obedient.close();
    silent.close();
  }

  private final Grounds grounds =
      new Grounds() {
        @Override
        public Endpoint obedient() {
          return endpoint(obedient);
        }

        @Override
        public Endpoint silent() {
          return endpoint(silent);
        }

        @Override
        public void endSockets() {
          obedient.endSockets();
        }
      };

  private static Endpoint endpoint(BroadcastMock mock) {
    return new Endpoint(
        mock.socketUrl(), mock.broadcastUrl(), new Secret(mock.anonKey()), Map.of());
  }

  private List<String> complaints(List<String> words) throws InterruptedException {
    AdapterCommand command = new AdapterCommand(words, Path.of("").toAbsolutePath());
    return Checkup.of(command, grounds, TransportOptions.PLAIN).complaints().stream()
        .map(Complaint::toString)
        .toList();
  }

  private List<String> complaints(Lie... lies) throws InterruptedException {
    return complaints(Lying.adapter(Stream.of(lies).map(Lie::name).toArray(String[]::new)));
  }

  private static void assertTold(List<String> complaints, String... sentences) {
    for (String sentence : sentences) {
      assertThat(complaints).anySatisfy(it -> assertThat(it).contains(sentence));
    }
  }

  @Test
  void nothingIsWrongWithAnHonestAdapter() throws InterruptedException {
    assertThat(complaints()).isEmpty();
  }

  @Test
  void whatIsUnknownMustBeRefused() throws InterruptedException {
    assertTold(complaints(Lie.ACCEPTS_ANY_METHOD), "which nobody has, is not refused");
  }

  @Test
  void whatIsToldMustHaveBeenOnTheWire() throws InterruptedException {
    assertTold(
        complaints(
            Lie.ACCEPTS_ANY_HANDLE,
            Lie.HIDES_A_METHOD,
            Lie.INVENTS_A_MESSAGE,
            Lie.STRANGE_RESULT,
            Lie.CLAIMS_THE_WILDCARD,
            Lie.CLAIMS_ANY_CASE,
            Lie.CLAIMS_A_TIMEOUT,
            Lie.LIVES_ON),
        "of a client that nobody made is not refused",
        "'setAuth' is not in the methods",
        "a message is told that was not on the wire",
        "that the server acknowledged is 'splendid'",
        "unlike the wildcard that it declares",
        "unlike the eventMatch that it declares",
        "timeoutMs can be set, it says",
        "still lives 5000 ms after 'shutdown'");
  }

  /** Alone, for what is sent on the strength of that word may be lost. */
  @Test
  void subscribedMustNotBeToldTooEarly() throws InterruptedException {
    assertTold(
        complaints(Lie.SAYS_SUBSCRIBED_AT_ONCE), "SUBSCRIBED is told before the server's reply");
  }

  @Test
  void whatIsDeclaredMustBeTrue() throws InterruptedException {
    assertTold(
        complaints(
            Lie.NO_FORGET,
            Lie.LISTS_A_METHOD,
            Lie.PRINTS,
            Lie.CLAIMS_ANOTHER_VERSION,
            Lie.CLAIMS_A_HEARTBEAT,
            Lie.CLAIMS_TO_RECONNECT,
            Lie.CLAIMS_REST,
            Lie.HIDES_ACKNOWLEDGEMENTS,
            Lie.DIES_OF_NOISE),
        "the method 'forget' is missing",
        "the method 'open' is missing",
        "it is no JSON: debugging",
        "it says that it speaks 2.0.0, and opens",
        "heartbeatMs can be set, it says",
        "reconnectMs can be set, it says",
        "goes over REST, it says, but no request is made",
        "acknowledgements cannot be observed, it says",
        "after a line that is no JSON");
  }

  @Test
  void aProcessThatEndsAtOnceIsToldWithItsExitCode() throws InterruptedException {
    assertThat(complaints(List.of("sh", "-c", "exit 0")))
        .singleElement()
        .asString()
        .contains("its process ended with exit code 0");
  }
}
