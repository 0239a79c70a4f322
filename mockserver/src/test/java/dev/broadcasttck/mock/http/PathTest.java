package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathTest {
  @Test
  void segmentsAreDecodedAndTheGatewaysPrefixIsTakenOff() {
    assertThat(Path.of("/realtime/v1/a%2Fb/c+d/%C3%A9/"))
        .contains(new Path(true, List.of("a/b", "c+d", "é")));
    assertThat(Path.of("/a/project/realtime/v1/b")).contains(new Path(true, List.of("b")));
    assertThat(Path.of("/a")).contains(new Path(false, List.of("a")));
  }

  @Test
  void aPercentSignThatStandsForNothingMakesItNoPath() {
    assertThat(Path.of("/a%zz")).isEmpty();
    assertThat(Path.of("/a%2")).isEmpty();
  }
}
