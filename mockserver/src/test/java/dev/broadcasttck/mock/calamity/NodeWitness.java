package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Sees calamities with {@code ws} on Node, all at once. */
final class NodeWitness {
  private static final Path MANIFESTS = Path.of("src", "test", "node");
  private static final Path INSTALLED = Path.of("target", "node");

  private NodeWitness() {}

  /** Installs what the script needs, unless that was done before from the same lock file. */
  static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    Path lock = INSTALLED.resolve("package-lock.json");
    Path manifest = MANIFESTS.resolve("package-lock.json");
    boolean isThere =
        Files.exists(INSTALLED.resolve("node_modules"))
            && Files.exists(lock)
            && Files.mismatch(manifest, lock) < 0;
    for (String file : List.of("package.json", "package-lock.json", "calamities.js")) {
      Files.copy(
          MANIFESTS.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!isThere) {
      run("", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    }
  }

  static Map<String, Sighting> see(Map<Row, BroadcastMock> mocks)
      throws IOException, InterruptedException {
    ArrayNode plays = JsonMapper.shared().createArrayNode();
    mocks.forEach(
        (row, mock) ->
            plays
                .addObject()
                .put("name", row.name())
                .put("scene", row.scene().name())
                .put("socket", mock.socketUrl().toString())
                .put("rest", mock.broadcastUrl().toString())
                .put("key", mock.anonKey())
                .put("patience", Row.patience(row.node()).toMillis()));
    Map<String, Sighting> seen = new HashMap<>();
    for (String line : run(plays.toString(), "node", "calamities.js").lines().toList()) {
      JsonNode json = JsonMapper.shared().readTree(line);
      seen.put(
          json.path("name").asString(),
          new Sighting(
              json.path("what").asString(),
              json.path("pieces").intValue(),
              json.path("millis").longValue()));
    }
    return seen;
  }

  private static String run(String input, String... command)
      throws IOException, InterruptedException {
    Process process = start(command);
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(input);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("%s failed: %s".formatted(command[0], output));
    }
    return output;
  }

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command)
          .directory(INSTALLED.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "`%s` does not start: install Node.js 20 or newer (on Debian and Ubuntu: apt-get install nodejs npm), or leave these tests out with -DskipSdk=ws"
              .formatted(command[0]),
          e);
    }
  }
}
