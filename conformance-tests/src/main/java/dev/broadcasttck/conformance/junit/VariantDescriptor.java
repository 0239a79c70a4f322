package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.conformance.run.Playing;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A scenario in one of its variants: a test. */
final class VariantDescriptor extends AbstractTestDescriptor {
  private final Playing playing;
  private final Set<TestTag> tags;

  VariantDescriptor(UniqueId scenario, Playing playing, Set<TestTag> tags) {
    super(
        scenario.append("variant", playing.variant().toString()),
        playing.scenario().id() + " " + playing.variant(),
        Whereabouts.of(playing.scenario().location()));
    this.playing = playing;
    this.tags = Set.copyOf(tags);
  }

  Playing playing() {
    return playing;
  }

  @Override
  public Set<TestTag> getTags() {
    return tags;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
