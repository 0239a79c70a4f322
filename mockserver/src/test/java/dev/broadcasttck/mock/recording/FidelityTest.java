package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.recording.Fidelity.Verdict;
import dev.broadcasttck.spec.generated.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The recordings all together. */
class FidelityTest {
  private static final int ENOUGH = 54;

  private static List<Fidelity> all = List.of();

  @BeforeAll
  static void playAll() {
    all = Recordings.all().stream().map(Fidelity::of).toList();
  }

  @Test
  void mostAreTheSame() {
    assertThat(all)
        .filteredOn(f -> f.verdict() == Verdict.SAME || f.verdict() == Verdict.NORMALISED)
        .hasSizeGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void everyReasonToDifferIsNeeded() {
    assertThat(all)
        .filteredOn(fidelity -> fidelity.recording().script().reasonToDiffer().isPresent())
        .allSatisfy(fidelity -> assertThat(fidelity.mismatches()).isNotEmpty());
  }

  @Test
  void everyNormalisationIsNeeded() {
    assertThat(Arrays.asList(Normaliser.values()))
        .allSatisfy(n -> assertThat(all).anyMatch(f -> f.tally().uses().containsKey(n)));
    assertThat(Arrays.asList(Generated.values()))
        .allSatisfy(g -> assertThat(all).anyMatch(f -> f.tally().madeUp().contains(g)));
  }

  @Test
  void theDocumentSaysSo() throws IOException {
    new GeneratedFile(Path.of("..", "docs", "fidelity.md"), new FidelityDocument(all).text())
        .inspect();
  }
}
