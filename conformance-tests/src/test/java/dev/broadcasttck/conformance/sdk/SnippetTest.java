package dev.broadcasttck.conformance.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import dev.broadcasttck.mock.server.Snippet;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@RealSdk("supabase-js")
class SnippetTest {
  @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

  private final Installation sdk = Installation.of("supabase-js@2.119.1");

  @TempDir Path directory;

  @Test
  void thePastedLinesSubscribeAndPrintWhatIsSaidInTheRoom() throws IOException {
    Path script = directory.resolve("pasted.js");
    String snippet = Snippet.supabaseJs(mock.url(), mock.anonKey());
    assertThat(snippet.lines()).hasSize(2);
    Files.writeString(script, snippet);

    Process node = sdk.start(new ProcessBuilder("node").redirectInput(script.toFile()));
    List<String> lines = collect(node.inputReader(UTF_8));
    try (Witness alice = Witness.join(mock.mock().socketUrl(), mock.anonKey(), "room-1")) {
      Adapter.until("it is subscribed", () -> lines.contains("SUBSCRIBED"));
      alice.says("greeting", Map.of("message", "hello"));
      Adapter.until(
          "it prints the message",
          () -> lines.stream().anyMatch(line -> line.contains("message: 'hello'")));
    } finally {
      node.destroy();
    }
  }

  private static List<String> collect(BufferedReader printed) {
    List<String> lines = new CopyOnWriteArrayList<>();
    Thread reader = new Thread(() -> printed.lines().forEach(lines::add), "reader of node");
    reader.setDaemon(true);
    reader.start();
    return lines;
  }
}
