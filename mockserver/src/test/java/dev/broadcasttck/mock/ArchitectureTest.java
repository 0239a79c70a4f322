package dev.broadcasttck.mock;

import dev.broadcasttck.architecture.House;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesImportOnlyTheFloorsBelow() {
    new House(
            "dev.broadcasttck.mock",
            List.of(
                "time",
                "message",
                "wire",
                "codec",
                "token",
                "hub",
                "presence",
                "project",
                "session",
                "http",
                "neighbour",
                "fault",
                "catalogue",
                "calamity",
                "script",
                "verify",
                "between",
                "critic",
                "admin",
                "netty",
                "server"))
        .inspect();
  }
}
