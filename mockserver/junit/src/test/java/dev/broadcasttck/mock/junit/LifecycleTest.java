package dev.broadcasttck.mock.junit;

import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static dev.broadcasttck.mock.verify.Expectation.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Classes that register the extension, each in its own way, are run by the engine itself. */
class LifecycleTest {
  private static final List<Integer> PORTS = new ArrayList<>();

  @BeforeEach
  void forget() {
    PORTS.clear();
  }

  @Test
  void aStaticFieldIsOneMockThatBeginsAgainWithEachTest() {
    succeeds(OfClass.class, 2);

    assertThat(PORTS).hasSize(2).containsOnly(PORTS.get(0));
  }

  @Test
  void anotherFieldIsAMockForEachTest() {
    succeeds(OfTest.class, 2);

    assertThat(PORTS).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void anAnnotationGivesAParameter() {
    succeeds(ByAnnotation.class, 1);
  }

  @Test
  void nestedClassesShareTheMockOfTheOuterOne() {
    succeeds(Outer.class, 2);

    assertThat(PORTS).hasSize(2).containsOnly(PORTS.get(0));
  }

  @Test
  void nobodyListensWhenAllIsOver() {
    succeeds(OfTest.class, 2);

    for (int port : PORTS) {
      try (BroadcastMock next = BroadcastMock.builder().port(port).start()) {
        assertThat(next.port()).isEqualTo(port);
      }
    }
  }

  @Test
  void saysThatItIsAskedTooEarly() {
    assertThatThrownBy(BroadcastMockExtension.create()::url)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the mock starts with the tests: register this extension with");
  }

  private static void succeeds(Class<?> tests, int count) {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.succeeded(count).failed(0));
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class OfClass {
    @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

    @Test
    @Order(1)
    void leavesTracesBehind() throws Exception {
      PORTS.add(mock.mock().port());
      TestClient staysOpen = new TestClient(mock.url(), mock.anonKey());
      staysOpen.join("room");
      mock.holdAcks();
      mock.advance(Duration.ofHours(2));
      mock.verify(join());
    }

    @Test
    @Order(2)
    void findsNone() throws Exception {
      PORTS.add(mock.mock().port());
      mock.verify(join().never());
      assertThat(mock.script().journal().entries()).isEmpty();
      assertThat(Duration.between(Instant.now(), mock.mock().clock().instant()))
          .isLessThan(Duration.ofHours(1));
      try (TestClient client = new TestClient(mock.url(), mock.anonKey())) {
        client.join("room");
        client.broadcast("room", "test", "2");
        assertThat(client.next("phx_reply")).contains("\"2\"");
        mock.verify(broadcast("test").times(1));
      }
    }
  }

  static class Outer {
    @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

    @Test
    void outside() {
      PORTS.add(mock.mock().port());
    }

    @Nested
    class Inner {
      @Test
      void inside() {
        PORTS.add(mock.mock().port());
      }
    }
  }

  static class OfTest {
    @RegisterExtension final BroadcastMockExtension mock = BroadcastMockExtension.create();

    @Test
    void one() {
      PORTS.add(mock.mock().port());
    }

    @Test
    void two() {
      PORTS.add(mock.mock().port());
    }
  }

  @ExtendWith(BroadcastMockExtension.class)
  static class ByAnnotation {
    @Test
    void one(BroadcastMock mock) {
      try (TestClient client = new TestClient(mock.url(), mock.anonKey())) {
        client.send("[\"11\",\"1\",\"realtime:room\",\"phx_join\",{}]");
        mock.verify(join().on("room"));
      }
    }
  }
}
