package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetCommandTest {
  private static BroadcastMock mock;

  @TempDir Path folder;

  @BeforeAll
  static void startMock() {
    mock = BroadcastMock.builder().start();
  }

  @AfterAll
  static void stopMock() {
    mock.close();
  }

  @Test
  void aFileIsWrittenThatCanBeCheckedAndPlayed() throws IOException {
    Path file = folder.resolve("target.yaml");
    Shell shell = new Shell(Map.of("TCK_APIKEY", mock.anonKey()), "");
    Shell.Answer written =
        shell.type("target", "init", "--url", mock.url().toString(), "--out", file.toString());
    System.out.println(Files.readString(file));
    System.out.println(written);
  }
}
