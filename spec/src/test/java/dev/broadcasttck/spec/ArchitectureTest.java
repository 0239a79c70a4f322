package dev.broadcasttck.spec;

import dev.broadcasttck.architecture.House;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesImportOnlyTheFloorsBelow() {
    new House(
            "dev.broadcasttck.spec",
            List.of("protocol", "source", "schema", "rule", "profile", "scenario", "corpus"))
        .inspect();
  }
}
