package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.corpus.Corpora;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final List<Playing> SERVER =
      Playing.all(Corpora.bundled()).stream()
          .filter(it -> it.scenario().corpus().equals("server"))
          .toList();

  @Test
  void whatWaitsForATokenToRunOutBeginsBeforeWhatIsSoonOver() {
    List<String> together =
        Programme.of(SERVER).together().stream().map(it -> it.scenario().id()).toList();

    assertThat(together.indexOf("TOKEN-13/outlives-the-first"))
        .isNotNegative()
        .isLessThan(together.indexOf("CONNECT-22/further-parameters"));
  }

  @Test
  void nothingIsLeftOutAndNothingIsPlayedTwice() {
    Programme programme = Programme.of(SERVER);

    assertThat(
            programme.smoke().size()
                + programme.forbidding().size()
                + programme.together().size()
                + programme.alone().size())
        .isEqualTo(SERVER.size());
  }
}
