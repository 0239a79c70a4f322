package dev.broadcasttck.conformance.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A corpus: the container of its scenarios. */
final class CorpusDescriptor extends AbstractTestDescriptor {
  CorpusDescriptor(UniqueId engine, String corpus) {
    super(engine.append("corpus", corpus), corpus);
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
