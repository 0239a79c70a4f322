package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.record.Case;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Where what was written parts from what is derived. */
final class Difference {
  private Difference() {}

  /** Between two accounts of one playing, in words; empty where there is none. */
  static Optional<String> between(Case written, Case derived) {
    if (written.equals(derived)) {
      return Optional.empty();
    }
    if (written.verdict() != derived.verdict()) {
      String why = derived.why().isEmpty() ? "" : " (" + derived.why().replace('\n', ';') + ")";
      return Optional.of(
          "the results say %s, and the trace shows %s%s"
              .formatted(written.verdict(), derived.verdict(), why));
    }
    for (RecordComponent part : Case.class.getRecordComponents()) {
      Object there = value(part, written);
      Object here = value(part, derived);
      if (!there.equals(here)) {
        return Optional.of(
            "the results have the %s %s, and the trace shows %s"
                .formatted(part.getName(), there, here));
      }
    }
    throw new IllegalStateException("two that differ have something in which they do");
  }

  /** The first line in which two texts differ. */
  static String firstLine(String written, String derived) {
    List<String> there = written.lines().toList();
    List<String> here = derived.lines().toList();
    for (int i = 0; i < Math.min(there.size(), here.size()); i++) {
      if (!there.get(i).equals(here.get(i))) {
        return "it has '%s', and '%s' was derived"
            .formatted(there.get(i).strip(), here.get(i).strip());
      }
    }
    return "it has %d lines, and %d were derived".formatted(there.size(), here.size());
  }

  private static Object value(RecordComponent part, Case told) {
    try {
      return part.getAccessor().invoke(told);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record shows its parts", e);
    }
  }
}
