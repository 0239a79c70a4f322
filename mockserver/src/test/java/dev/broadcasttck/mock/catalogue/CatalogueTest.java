package dev.broadcasttck.mock.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.message.Json;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void everyFaultIsKnownByItsNameAndNamesTheRulesThatItBreaks() {
    for (String name : Faults.names()) {
      Fault fault = Faults.named(name).orElseThrow();
      assertThat(fault.name()).isEqualTo(name);
      assertThat(fault.violates()).as(name).isNotEmpty();
    }
  }

  @Test
  void anOddityViolatesNothing() {
    for (String name : Oddities.names()) {
      assertThat(Oddities.named(name).orElseThrow().violates()).as(name).isEmpty();
    }
  }

  @Test
  void noNameIsBothAFaultAndAnOddity() {
    var both = new HashSet<>(Faults.names());
    both.retainAll(Oddities.names());
    assertThat(both).isEmpty();
  }

  @Test
  void aRespeltFrameSaysTheSame() {
    Frame frame = Frame.text("{\"a\":[1.50,{\"b\":\"你\\\"{\\\\\",\"c\":null}],\"d\":\"👩\"}");
    for (Frame respelt :
        new Frame[] {
          Respelling.keysReversed(frame), Respelling.spacious(frame), Respelling.escaped(frame)
        }) {
      assertThat(respelt).isNotEqualTo(frame);
      assertThat(Json.read(respelt.toString())).isEqualTo(Json.read(frame.toString()));
    }
  }

  @Test
  void aBinaryFrameIsNotRespelt() {
    Frame frame = Frame.binary(Frame.text("{}").bytes());
    assertThat(Respelling.escaped(frame)).isSameAs(frame);
  }
}
