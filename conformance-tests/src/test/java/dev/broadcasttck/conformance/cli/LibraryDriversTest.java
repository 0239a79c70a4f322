package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibraryDriversTest {
  private final LibraryDrivers drivers = new LibraryDrivers(Optional.empty());

  /** A library's own. */
  public static final class OfALibrary implements Driver {
    @Override
    public DriverProfile profile() {
      return ScriptedDriver.PROFILE;
    }

    @Override
    public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
      throw new UnsupportedOperationException("nobody asks for one here");
    }

    @Override
    public void close() {}
  }

  @Test
  void aClassIsTakenByItsName() {
    assertThat(drivers.named(OfALibrary.class.getName())).isInstanceOf(OfALibrary.class);
  }

  @Test
  void whatIsNoDriverOrNotThereIsAMistake() {
    assertThatExceptionOfType(Mistake.class)
        .isThrownBy(() -> drivers.named(String.class.getName()))
        .withMessageContaining("is no Driver");
    assertThatExceptionOfType(Mistake.class)
        .isThrownBy(() -> drivers.named("nobody"))
        .withMessageContaining("neither a class nor a service 'nobody'");
  }
}
