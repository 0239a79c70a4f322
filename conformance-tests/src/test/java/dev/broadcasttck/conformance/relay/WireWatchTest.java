package dev.broadcasttck.conformance.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.wire.Redaction;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireWatchTest {
  private static final Secret KEY = new Secret("head.body.signed");
  private static final Redaction REDACTION = new Redaction(KEY, Set.of());

  @ParameterizedTest
  @CsvSource({
    "/websocket?vsn=2.0.0&apikey=head.body.signed, false",
    "/websocket?vsn=2.0.0&apikey=head.body.elsewhere, true",
    "/websocket?apikey=undefined, false",
    "/websocket, false"
  })
  void whoHasASignedKeyOfAnotherProjectIsAStranger(String uri, boolean isStranger) {
    WireWatch watch = WireWatch.of(KEY, happening -> {}, REDACTION, new AtomicInteger());

    assertThat(watch.isStranger(uri)).isEqualTo(isStranger);
  }

  @ParameterizedTest
  @CsvSource({"/websocket?apikey=head.body.elsewhere"})
  void nobodyIsWhereEverybodyIsWatched(String uri) {
    WireWatch watch = new WireWatch(happening -> {}, REDACTION, new AtomicInteger(), true);

    assertThat(watch.isStranger(uri)).isFalse();
  }
}
