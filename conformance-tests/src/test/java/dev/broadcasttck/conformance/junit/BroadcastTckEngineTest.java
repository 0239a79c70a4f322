package dev.broadcasttck.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class BroadcastTckEngineTest {
  private static final DiscoverySelector BEHAVIOUR =
      selectClasspathResource("tck/scenarios/behaviour");
  private static final String SELF =
      "[engine:broadcast-tck]/[corpus:behaviour]"
          + "/[scenario:SELF-1%2Fsender-hears-nothing-by-default]/[variant:2.0.0%2Bbinary]";

  @Test
  void aTestIsAScenarioInAVariant() {
    TestDescriptor test = discovered(Verdict.PASSED, selectUniqueId(SELF));

    assertThat(test.getDisplayName())
        .isEqualTo("SELF-1/sender-hears-nothing-by-default 2.0.0+binary");
    assertThat(test.getTags())
        .extracting(TestTag::getName)
        .contains("behaviour", "SELF-1", "Self-echo", "MUST");
  }

  @Test
  void aTestPointsAtTheLineOfItsScenario() throws IOException {
    FileSource source =
        (FileSource) discovered(Verdict.PASSED, selectUniqueId(SELF)).getSource().orElseThrow();
    int line = source.getPosition().orElseThrow().getLine();

    assertThat(Files.readAllLines(source.getFile().toPath()).get(line - 1))
        .isEqualTo("id: SELF-1/sender-hears-nothing-by-default");
  }

  @Test
  void aFileOfScenariosCanBeSelected() {
    assertThat(
            names(
                kit(Verdict.PASSED)
                    .selectors(selectClasspathResource("tck/scenarios/behaviour/smoke.yaml"))
                    .execute()))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("SMOKE-1/"));
  }

  @Test
  void testsCanBeSelectedByTag() {
    assertThat(
            names(kit(Verdict.PASSED).selectors(BEHAVIOUR).filters(includeTags("ACK-1")).execute()))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("ACK-"));
  }

  @Test
  void aClassOfSomebodyElsesTestsIsNotOurs() {
    var results = kit(Verdict.PASSED).selectors(selectClass(getClass())).execute();
    assertThat(results.testEvents().count()).isZero();
  }

  @Test
  void whatPassedIsSuccessful() {
    var statistics = kit(Verdict.PASSED).selectors(selectUniqueId(SELF)).execute().testEvents();
    statistics.assertStatistics(counts -> counts.started(1).succeeded(1).finished(1));
  }

  @Test
  void whatFailedOrProvedNothingIsRed() {
    for (Verdict verdict : List.of(Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.HARNESS_ERROR)) {
      kit(verdict)
          .selectors(selectUniqueId(SELF))
          .execute()
          .testEvents()
          .assertStatistics(counts -> counts.started(1).failed(1));
    }
  }

  @Test
  void aFailureExplainsItself() {
    var failures = kit(Verdict.FAILED).selectors(selectUniqueId(SELF)).execute().testEvents();
    assertThat(thrown(failures.failed().list().get(0)))
        .hasMessageContaining("SELF-1/sender-hears-nothing-by-default@2.0.0+binary: failed (MUST)")
        .hasMessageContaining("expected: nothing is heard");
  }

  @Test
  void whatDoesNotApplyIsAborted() {
    kit(Verdict.NOT_APPLICABLE)
        .selectors(selectUniqueId(SELF))
        .execute()
        .testEvents()
        .assertStatistics(counts -> counts.started(1).aborted(1).succeeded(0));
  }

  @Test
  void aVerdictThatChangesAfterItWasToldMakesTheWholeRed() {
    BroadcastTckEngine engine =
        new BroadcastTckEngine(
            parameters ->
                (playings, listener) -> {
                  playings.forEach(listener::started);
                  playings.forEach(p -> listener.finished(result(p, Verdict.PASSED)));
                  return outcome(playings, Verdict.INCONCLUSIVE);
                });
    var results = EngineTestKit.engine(engine).selectors(BEHAVIOUR).execute();

    assertThat(results.testEvents().failed().count()).isZero();
    assertThat(results.containerEvents().failed().count()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBePlayedIsRed() {
    BroadcastTckEngine engine =
        new BroadcastTckEngine(
            parameters ->
                (playings, listener) -> {
                  throw new IllegalStateException("nobody listens there");
                });
    var results = EngineTestKit.engine(engine).selectors(selectUniqueId(SELF)).execute();

    results.testEvents().assertStatistics(counts -> counts.started(1).failed(1));
    assertThat(thrown(results.testEvents().failed().list().get(0)))
        .hasMessage("nobody listens there");
  }

  @Test
  void aServerNeedsAKey() {
    var results =
        EngineTestKit.engine(new BroadcastTckEngine())
            .configurationParameter("broadcast-tck.url", "ws://127.0.0.1:1/socket")
            .selectors(selectUniqueId(SELF))
            .execute();
    assertThat(thrown(results.testEvents().failed().list().get(0)))
        .hasMessageContaining("broadcast-tck.apikey");
  }

  private static Throwable thrown(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  private static TestDescriptor discovered(Verdict verdict, DiscoverySelector selector) {
    return kit(verdict)
        .selectors(selector)
        .execute()
        .testEvents()
        .list()
        .get(0)
        .getTestDescriptor();
  }

  private static Set<String> names(EngineExecutionResults results) {
    return results.testEvents().stream()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .collect(Collectors.toSet());
  }

  /** An engine whose trials all end in one verdict. */
  private static EngineTestKit.Builder kit(Verdict verdict) {
    return EngineTestKit.engine(
        new BroadcastTckEngine(
            parameters ->
                (playings, listener) -> {
                  playings.forEach(listener::started);
                  playings.forEach(playing -> listener.finished(result(playing, verdict)));
                  return outcome(playings, verdict);
                }));
  }

  private static Outcome outcome(List<Playing> playings, Verdict verdict) {
    List<Result> results = playings.stream().map(playing -> result(playing, verdict)).toList();
    return new Outcome(results, Duration.ZERO);
  }

  private static Result result(Playing playing, Verdict verdict) {
    Finding finding =
        new Finding(playing.scenario().location(), "nothing is heard", "heard the own broadcast");
    return new Result(
        playing.scenario(),
        playing.variant(),
        Level.MUST,
        verdict,
        Duration.ZERO,
        verdict == Verdict.PASSED ? List.of() : List.of(finding),
        List.of(),
        List.of(),
        List.of());
  }
}
