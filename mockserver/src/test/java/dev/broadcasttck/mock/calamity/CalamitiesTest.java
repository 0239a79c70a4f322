package dev.broadcasttck.mock.calamity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each calamity is what it claims to be, in the eyes of two clients that know nothing of it. */
class CalamitiesTest {
  private static final int AT_ONCE = 16;
  private static final int MANY = 1_000;
  private static final String NO_NODE = "(.*,)?ws(,.*)?";

  /**
   * The name, the scene, what OkHttp sees, what ws on Node sees, and what of it can be measured.
   */
  private static final List<Row> TABLE =
      """
      CLOSES_1000 | JOIN | closed 1000 | closed 1000
      CLOSES_1001 | JOIN | closed 1001 | closed 1001
      CLOSES_1002 | JOIN | closed 1002 | closed 1002
      CLOSES_1003 | JOIN | closed 1003 | closed 1003
      CLOSES_1007 | JOIN | closed 1007 | closed 1007
      CLOSES_1008 | JOIN | closed 1008 | closed 1008
      CLOSES_1009 | JOIN | closed 1009 | closed 1009
      CLOSES_1011 | JOIN | closed 1011 | closed 1011
      CLOSES_1012 | JOIN | closed 1012 | closed 1012
      CLOSES_1013 | JOIN | closed 1013 | closed 1013
      CLOSES_1014 | JOIN | closed 1014 | closed 1014
      CLOSES_3000 | JOIN | closed 3000 | closed 3000
      CLOSES_4000 | JOIN | closed 4000 | closed 4000
      CLOSES_4001 | JOIN | closed 4001 | closed 4001
      CLOSES_4003 | JOIN | closed 4003 | closed 4003
      CLOSES_4100 | JOIN | closed 4100 | closed 4100
      CLOSES_4999 | JOIN | closed 4999 | closed 4999
      CLOSES_EMPTY | JOIN | closed 1005 | closed 1005
      CLOSES_WITH_LONG_REASON | JOIN | closed 4000 | closed 4000
      CLOSES_1006 | JOIN | protocol error | protocol error
      CLOSES_999 | JOIN | protocol error | protocol error
      CLOSES_WITH_HALF_A_CODE | JOIN | protocol error | protocol error
      CLOSES_AND_SPEAKS_ON | JOIN | closed 1000 | closed 1000
      CLOSES_AND_STAYS | JOIN | closed 1011 | closing
      ENDS_WITHOUT_CLOSE | JOIN | broken | broken
      RESETS | JOIN | reset | reset
      GOES_SILENT | JOIN | silent | silent
      SWALLOWS | JOIN | silent | silent
      CLOSE_UNANSWERED | CLOSE | silent | closing
      CLOSE_ANSWERED_BY_END | CLOSE | broken | broken
      CLOSE_ANSWERED_BY_RESET | CLOSE | reset | reset
      CLOSE_ANSWERED_OTHERWISE | CLOSE | closed 4002 | closed 4002
      CLOSE_ANSWERED_EMPTY | CLOSE | closed 1005 | closed 1005
      CLOSE_ANSWERED_LATE | CLOSE | closed 1000 | closed 1000 | 300 ms
      DRIPS | JOIN | joined | joined | 10 pieces, 60 ms
      SPLITS_MESSAGES | JOIN | joined | joined | 3 pieces, 60 ms
      SPLITS_HEADERS | JOIN | joined | joined | 3 pieces, 60 ms
      SPLITS_LAST_BYTE | JOIN | joined | joined | 3 pieces, 60 ms
      COALESCES | JOIN | joined | joined | 1 piece, 400 ms
      WRITES_LATE | JOIN | joined | joined | 2 pieces, 300 ms
      FRAGMENTS | JOIN | joined | joined
      FRAGMENTS_WITH_PINGS | JOIN | joined | joined
      FRAGMENTS_EMPTY | JOIN | joined | joined
      PINGS | JOIN | joined | joined
      WRITES_NOTHING | JOIN | silent | silent
      STALLS_MIDWAY | JOIN | silent | silent
      ENDS_MIDWAY | JOIN | broken | broken
      RESETS_MIDWAY | JOIN | reset | reset
      MASKS | JOIN | protocol error | protocol error
      SETS_RESERVED_BIT | JOIN | protocol error | protocol error
      USES_UNKNOWN_OPCODE | JOIN | protocol error | protocol error
      STRAY_CONTINUATION | JOIN | protocol error | protocol error
      INTERLEAVES | JOIN | protocol error | protocol error
      PINGS_TOO_LONG | JOIN | protocol error | protocol error
      FRAGMENTS_A_PING | JOIN | protocol error | protocol error
      TEXT_NOT_UTF8 | JOIN | joined | protocol error
      ANNOUNCES_TOO_MUCH | JOIN | silent | protocol error
      UPGRADE_REFUSED_400 | OPEN | refused 400 | refused 400
      UPGRADE_REFUSED_401 | OPEN | refused 401 | refused 401
      UPGRADE_REFUSED_403 | OPEN | refused 403 | refused 403
      UPGRADE_REFUSED_404 | OPEN | refused 404 | refused 404
      UPGRADE_REFUSED_408 | OPEN | refused 408 | refused 408
      UPGRADE_REFUSED_409 | OPEN | refused 409 | refused 409
      UPGRADE_REFUSED_410 | OPEN | refused 410 | refused 410
      UPGRADE_REFUSED_426 | OPEN | refused 426 | refused 426
      UPGRADE_REFUSED_429 | OPEN | refused 429 | refused 429
      UPGRADE_REFUSED_500 | OPEN | refused 500 | refused 500
      UPGRADE_REFUSED_502 | OPEN | refused 502 | refused 502
      UPGRADE_REFUSED_503 | OPEN | refused 503 | refused 503
      UPGRADE_REFUSED_504 | OPEN | refused 504 | refused 504
      UPGRADE_REDIRECTED_301 | OPEN | refused 404 | refused 301
      UPGRADE_REDIRECTED_302 | OPEN | refused 404 | refused 302
      UPGRADE_REDIRECTED_303 | OPEN | refused 404 | refused 303
      UPGRADE_REDIRECTED_307 | OPEN | refused 404 | refused 307
      UPGRADE_REDIRECTED_308 | OPEN | refused 404 | refused 308
      UPGRADE_ANSWERED_200 | OPEN | refused 200 | refused 200
      UPGRADE_ANSWERED_204 | OPEN | refused 204 | refused 204
      UPGRADE_HANGS | OPEN | silent | silent
      UPGRADE_ENDS | OPEN | broken | broken
      UPGRADE_RESETS | OPEN | reset | reset
      UPGRADE_STOPS_MIDWAY | OPEN | silent | silent
      UPGRADE_ENDS_MIDWAY | OPEN | broken | broken
      UPGRADE_DRIPS | OPEN | joined | joined | 60 ms
      UPGRADE_LATE | OPEN | joined | joined | 300 ms
      UPGRADE_WRONG_ACCEPT | OPEN | protocol error | protocol error
      UPGRADE_NO_ACCEPT | OPEN | protocol error | protocol error
      UPGRADE_TO_NOTHING | OPEN | protocol error | refused 101
      UPGRADE_WITH_UNASKED_EXTENSION | OPEN | closed 1010 | protocol error
      UPGRADE_NOT_HTTP | OPEN | protocol error | protocol error
      REST_400 | REST | status 400 | status 400
      REST_401 | REST | status 401 | status 401
      REST_403 | REST | status 403 | status 403
      REST_404 | REST | status 404 | status 404
      REST_408 | REST | status 408 | status 408
      REST_409 | REST | status 409 | status 409
      REST_413 | REST | status 413 | status 413
      REST_422 | REST | status 422 | status 422
      REST_429 | REST | status 429 | status 429
      REST_500 | REST | status 500 | status 500
      REST_502 | REST | status 502 | status 502
      REST_503 | REST | status 503 | status 503
      REST_504 | REST | status 504 | status 504
      REST_REDIRECTED_308 | REST | status 404 | status 308
      REST_NOT_JSON | REST | status 200 | status 200
      REST_LATE | REST | status 202 | status 202 | 300 ms
      REST_HANGS | REST | silent | silent
      REST_ENDS | REST | broken | broken
      REST_RESETS | REST | reset | reset
      REST_DRIPS | REST | status 202 | status 202 | 20 pieces, 60 ms
      REST_NOT_HTTP | REST | protocol error | protocol error
      REST_BODY_STALLS | REST | silent | silent
      REST_BODY_CUT | REST | broken | broken
      """
          .lines()
          .map(Row::of)
          .toList();

  private static final Map<Row, BroadcastMock> MOCKS = new LinkedHashMap<>();
  private static final Map<Row, Fault> FAULTS = new HashMap<>();
  private static final Map<Row, Sighting> OK_HTTP = new HashMap<>();
  private static Map<String, Sighting> node = Map.of();

  static Stream<Row> table() {
    return TABLE.stream();
  }

  @BeforeAll
  static void play() throws Exception {
    for (Row row : TABLE) {
      Fault fault = Calamities.named(row.name()).orElseThrow();
      FAULTS.put(row, fault);
      MOCKS.put(row, BroadcastMock.builder().faults(List.of(fault)).start());
    }
    seeWithOkHttp();
    if (!System.getProperty("skipSdk", "").matches(NO_NODE)) {
      seeWithNode();
    }
  }

  private static void seeWithOkHttp() throws Exception {
    for (int from = 0; from < TABLE.size(); from += AT_ONCE) {
      Map<Row, CompletableFuture<Sighting>> seeing = new HashMap<>();
      TABLE
          .subList(from, Math.min(TABLE.size(), from + AT_ONCE))
          .forEach(row -> seeing.put(row, OkHttpWitness.see(row, MOCKS.get(row))));
      for (Map.Entry<Row, CompletableFuture<Sighting>> each : seeing.entrySet()) {
        OK_HTTP.put(each.getKey(), each.getValue().get(30, TimeUnit.SECONDS));
      }
    }
  }

  private static void seeWithNode() throws IOException, InterruptedException {
    NodeWitness.install();
    node = NodeWitness.see(MOCKS);
  }

  @AfterAll
  static void stop() {
    MOCKS.values().forEach(BroadcastMock::close);
  }

  @Test
  void thereIsARowForEachCalamity() {
    assertThat(TABLE).extracting(Row::name).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    assertThat(Calamities.names()).isSubsetOf(TABLE.stream().map(Row::name).toList());
  }

  @ParameterizedTest
  @MethodSource("table")
  void itIsWhatItClaimsToBeForOkHttp(Row row) {
    assertThat(OK_HTTP.get(row)).satisfies(fits(row.okHttp(), row));
    assertThat(FAULTS.get(row).activations()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("table")
  @DisabledIfSystemProperty(named = "skipSdk", matches = NO_NODE)
  void itIsWhatItClaimsToBeForNode(Row row) {
    assertThat(node.get(row.name())).satisfies(fits(row.node(), row));
  }

  private static Consumer<Sighting> fits(String what, Row row) {
    return sighting -> {
      assertThat(sighting.what()).isEqualTo(what);
      assertThat(sighting.pieces()).isBetween(row.pieces(), row.isWhole() ? 1 : MANY);
      assertThat(sighting.millis()).isGreaterThanOrEqualTo(row.millis());
    };
  }
}
