package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.function.Function;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * The corpora on the JUnit Platform: a test for each scenario and variant.
 *
 * <p>Scenarios are selected by class path resource ({@code tck/scenarios/behaviour}, or a file
 * below it) or by unique id, and by tag: the corpus, the chapter, the rules' ids, the level and the
 * scenario's own. Configuration parameters: {@code broadcast-tck.url} names the server, with its
 * key in {@code broadcast-tck.apikey} or the environment variable {@code TCK_APIKEY}; without it
 * the bundled mock is played.
 */
public final class BroadcastTckEngine implements TestEngine {
  public static final String ID = "broadcast-tck";

  private final Function<ConfigurationParameters, Trial> trials;

  /** For the service loader. */
  public BroadcastTckEngine() {
    this(ConfiguredTrial::new);
  }

  BroadcastTckEngine(Function<ConfigurationParameters, Trial> trials) {
    this.trials = trials;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    return new Discovery(request).below(uniqueId);
  }

  @Override
  public void execute(ExecutionRequest request) {
    RuleBook rules = Corpora.bundledRules();
    new Hearing(request.getRootTestDescriptor(), request.getEngineExecutionListener(), rules)
        .hold(trials.apply(request.getConfigurationParameters()));
  }
}
