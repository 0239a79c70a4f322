package dev.broadcasttck.spec.source;

import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be used as written; holds every problem found, not just the first. */
public final class InvalidSource extends RuntimeException {
  private final transient List<Problem> problems;

  public InvalidSource(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
