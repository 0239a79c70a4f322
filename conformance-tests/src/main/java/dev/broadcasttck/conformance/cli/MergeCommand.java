package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.conformance.shard.Merger;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.spec.corpus.Profiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tck merge}: makes one run of its parts. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Makes one run of the parts that 'tck run --shard K/N --json FILE' has played.",
      "Exit codes: as the whole run would have had; 4 where a part is missing, doubled, or of"
          + " another run."
    })
final class MergeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(arity = "1..*", paramLabel = "PART", description = "The results of the parts.")
  List<Path> parts = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Write the results of the whole run to this file.")
  @Nullable Path out;

  MergeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    OutputFile.refuseUnwritable("--out", out);
    Merger.Merged merged = Merger.merge(RecordedRun.readAll(parts), Profiles.bundled());
    OutputFile.write(out, merged.root().toPrettyString() + "\n");
    merged.remarks().stream().map(Remark::sentence).forEach(surroundings.out()::println);
    String counts =
        merged.counts().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    surroundings.out().printf("%d parts: %s%n", parts.size(), counts);
    return merged.exitCode().code();
  }
}
