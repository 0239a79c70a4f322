package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlDocument;

/** Whether a document has a shape that can be read; where not, the problems say why. */
@FunctionalInterface
interface Check {
  /** For documents that the build has checked. */
  Check NONE = (document, problems) -> true;

  boolean accepts(YamlDocument document, Problems problems);
}
