package dev.broadcasttck.conformance;

import dev.broadcasttck.architecture.House;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesImportOnlyTheFloorsBelow() {
    new House(
            "dev.broadcasttck.conformance",
            List.of(
                "tape",
                "endpoint",
                "codec",
                "driver",
                "verdict",
                "wire",
                "plain",
                "history",
                "scripted",
                "probe",
                "match",
                "stage",
                "barrier",
                "exchange",
                "verb",
                "run",
                "report",
                "venue",
                "junit",
                "cli"))
        .inspect();
  }
}
