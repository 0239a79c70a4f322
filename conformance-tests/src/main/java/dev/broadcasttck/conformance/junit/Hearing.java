package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.conformance.report.Explanation;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A trial of what was discovered, as the JUnit Platform hears of it. */
final class Hearing implements RunListener {
  private final TestDescriptor root;
  private final EngineExecutionListener platform;
  private final RuleBook rules;
  private final List<TestDescriptor> containers = new ArrayList<>();
  private final Map<String, VariantDescriptor> tests = new LinkedHashMap<>();
  private final Set<String> started = ConcurrentHashMap.newKeySet();
  private final Map<String, Verdict> heard = new HashMap<>();

  Hearing(TestDescriptor root, EngineExecutionListener platform, RuleBook rules) {
    this.root = root;
    this.platform = platform;
    this.rules = rules;
    for (TestDescriptor descriptor : root.getDescendants()) {
      if (descriptor instanceof VariantDescriptor test) {
        tests.put(test.playing().id(), test);
      } else {
        containers.add(descriptor);
      }
    }
  }

  /** Scenarios are played side by side, so all containers are open until the last one is done. */
  void hold(Trial trial) {
    platform.executionStarted(root);
    containers.forEach(platform::executionStarted);
    TestExecutionResult end = tests.isEmpty() ? TestExecutionResult.successful() : play(trial);
    Collections.reverse(containers);
    containers.forEach(c -> platform.executionFinished(c, TestExecutionResult.successful()));
    platform.executionFinished(root, end);
  }

  @Override
  public void began(int total) {}

  @Override
  public void started(Playing playing) {
    if (started.add(playing.id())) {
      platform.executionStarted(test(playing.id()));
    }
  }

  @Override
  public void finished(Result result) {
    heard.put(result.id(), result.verdict());
    platform.executionFinished(test(result.id()), execution(result));
  }

  private TestExecutionResult play(Trial trial) {
    try {
      return end(
          trial.play(tests.values().stream().map(VariantDescriptor::playing).toList(), this));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return giveUp(e);
    } catch (RuntimeException e) {
      return giveUp(e);
    }
  }

  /** What was told stays told: a verdict that changed afterwards makes the whole red. */
  private TestExecutionResult end(Outcome outcome) {
    String changed =
        outcome.results().stream()
            .filter(result -> heard.get(result.id()) != result.verdict())
            .map(result -> Explanation.of(result, rules).toString())
            .collect(Collectors.joining("\n\n"));
    return changed.isEmpty() ? TestExecutionResult.successful() : failed(changed);
  }

  /** Nobody may take what was not played for green. */
  private TestExecutionResult giveUp(Exception why) {
    TestExecutionResult failed = TestExecutionResult.failed(why);
    for (VariantDescriptor test : tests.values()) {
      if (!heard.containsKey(test.playing().id())) {
        started(test.playing());
        platform.executionFinished(test, failed);
      }
    }
    return failed;
  }

  private TestExecutionResult execution(Result result) {
    String why = Explanation.of(result, rules).toString();
    return switch (result.verdict()) {
      case PASSED, KNOWN_FAILING, KNOWN_FLAKY -> TestExecutionResult.successful();
      case NOT_APPLICABLE -> TestExecutionResult.aborted(new TestAbortedException(why));
      case FAILED, UNEXPECTED_PASS, INCONCLUSIVE, HARNESS_ERROR -> failed(why);
    };
  }

  /** The place in our code says nothing about the failure. */
  private static TestExecutionResult failed(String why) {
    AssertionFailedError error = new AssertionFailedError(why);
    error.setStackTrace(new StackTraceElement[0]);
    return TestExecutionResult.failed(error);
  }

  private VariantDescriptor test(String playing) {
    VariantDescriptor test = tests.get(playing);
    if (test == null) {
      throw new IllegalStateException(playing + " was played, but not discovered");
    }
    return test;
  }
}
