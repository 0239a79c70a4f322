package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WarmUpTest {
  @Test
  @Timeout(60)
  void aMockEndsByItselfOnceItHasSaidWhereItIs() throws Exception {
    assertThat(WarmUp.playUntilItSpeaks("mock", "--port", "0")).isEqualTo(CutOff.EXIT_CODE);
  }

  @Test
  void theLauncherStartsIt() throws Exception {
    assertThat(Files.readString(Path.of("..", "tck"))).contains(" " + WarmUp.class.getName() + " ");
  }
}
