package dev.broadcasttck.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Ear;
import dev.broadcasttck.mock.session.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CensusTest {
  @Test
  void itDoesAllRightAndSaysWhoWouldNotHave() {
    Fault silent = new Fault("SILENT", Set.of(), Points.ponging(ping -> Optional.empty()));
    Fault rude = new Fault("RUDE", Set.of(), Points.farewell(1001));
    Census census = new Census(List.of(silent, rude));
    Ear ear = new Fault("CENSUS", Set.of(), census).disturb(Ear.GOOD, new Transcript());

    assertThat(ear.pong(Bytes.utf8("hi"))).contains(Bytes.utf8("hi"));
    assertThat(census.shown()).containsExactly("SILENT");

    assertThat(ear.farewell(1001)).isEqualTo(1001);
    assertThat(census.shown()).containsExactly("SILENT");

    assertThat(ear.farewell(1000)).isEqualTo(1000);
    assertThat(census.shown()).containsExactlyInAnyOrder("SILENT", "RUDE");
  }
}
