package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.spec.scenario.Scenario;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A scenario: the container of its variants. */
final class ScenarioDescriptor extends AbstractTestDescriptor {
  ScenarioDescriptor(UniqueId corpus, Scenario scenario) {
    super(
        corpus.append("scenario", scenario.id()),
        scenario.id(),
        Whereabouts.of(scenario.location()));
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
