package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.checkup.Lying;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.generated.GeneratedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Servers, adapters and files with which nothing can be proven: every command must say so. */
@Timeout(120)
class ProbesTest {
  private static final int SIDE_BY_SIDE = 8;

  private static final String HEAD =
      """
      # What must be red

      Each command meets something with which nothing can be proven. The build types it, and holds it to the
      exit code and the words. `DEAD` and the like stand for addresses of servers that are as the first column
      says, and `-- EXITS` for adapters.

      | what is wrong | `./tck` | exit code | says |
      | --- | --- | --- | --- |
      """;

  private static final List<Probe> PROBES =
      List.of(
          new Probe("nobody listens", "run --url DEAD --apikey k", 2, "is the server running?"),
          new Probe(
              "the server takes connections and hangs",
              "run --url HANGING --apikey k",
              2,
              "said nothing for 10 s"),
          new Probe(
              "the server opens sockets and says nothing",
              "run --url SILENT --apikey k",
              2,
              "accepted the WebSocket and did not answer a join for 10 s"),
          new Probe(
              "the server sends every frame back",
              "run --url ECHO --apikey k",
              1,
              "sent frames for 10 s, and no reply to a join"),
          new Probe(
              "the server says ok to everything",
              "run --url OK --apikey k --only SMOKE-1 --only SELF-1/sender-hears-nothing-by-default --vsn 2.0.0",
              1,
              "not conformant"),
          new Probe(
              "it is a web server that says 200 to everything",
              "run --url WEB --apikey k",
              1,
              "is no WebSocket (HTTP 200"),
          new Probe(
              "nobody listens where a run is repeated",
              "verify --runs 1 --url DEAD --apikey k",
              2,
              "is the server running?"),
          new Probe(
              "nobody listens where a target file is asked for",
              "target init --url DEAD --apikey k",
              2,
              "is the server running?"),
          new Probe(
              "nobody listens where a library is played",
              "client --url DEAD --apikey k -- SMALL",
              2,
              "is the server running?"),
          new Probe(
              "the adapter ends at once",
              "client -- EXITS",
              4,
              "its process ended with exit code 0"),
          new Probe(
              "the same, looked at",
              "adapter check -- EXITS",
              1,
              "its process ended with exit code 0"),
          new Probe(
              "the adapter is not there",
              "client -- no-such-program",
              4,
              "`no-such-program` does not start"),
          new Probe(
              "the adapter hangs",
              "client -- HANGS",
              4,
              "it did not answer 'initialize' within 30000 ms"),
          new Probe(
              "the same, looked at",
              "adapter check -- HANGS",
              1,
              "it did not answer 'initialize' within 30000 ms"),
          new Probe(
              "the adapter writes no JSON, without end",
              "client -- BABBLES",
              4,
              "it wrote 1000 lines that are no messages, the last of them: y"),
          new Probe(
              "the same, looked at",
              "adapter check -- BABBLES",
              1,
              "it writes a line, and it is no JSON: y"),
          new Probe(
              "the adapter takes a method that nobody has",
              "adapter check -- TAKES-ANY-METHOD",
              1,
              "which nobody has, is not refused"),
          new Probe(
              "the adapter tells of messages that were not on the wire",
              "client --only SELF-2 --corpus behaviour -- INVENTS",
              1,
              "not conformant"),
          new Probe(
              "the same, looked at",
              "adapter check -- INVENTS",
              1,
              "a message is told that was not on the wire"),
          new Probe("nothing is selected", "run --only zzz", 4, "--only 'zzz' matches nothing"),
          new Probe(
              "what is selected is of another version",
              "run --only *@2.0.0+binary --vsn 1.0.0",
              4,
              "nothing of that is played"),
          new Probe(
              "nothing of what is selected applies",
              "run --url MOCK --apikey KEY --target BARE-TARGET --only ACK-1",
              2,
              "inconclusive"),
          new Probe(
              "the folder of scenarios is empty",
              "run --scenarios EMPTY-FOLDER",
              4,
              "no scenario is in here"),
          new Probe(
              "the folder of scenarios is not there",
              "run --scenarios NOWHERE",
              4,
              "the folder cannot be listed: it is not there"),
          new Probe(
              "the target file is not there",
              "run --target NOWHERE",
              4,
              "is neither a file nor a preset"),
          new Probe(
              "the target file is a folder",
              "run --target EMPTY-FOLDER",
              4,
              "is neither a file nor a preset"),
          new Probe(
              "the target file is no text", "run --target BYTES", 4, "the file is not UTF-8 text"),
          new Probe(
              "the target file is no YAML",
              "run --target BROKEN-TARGET",
              4,
              "not readable as YAML"),
          new Probe(
              "an option is misspelt",
              "run --onyl SELF-1",
              4,
              "unknown option '--onyl', did you mean '--only'?"),
          new Probe(
              "a command is misspelt",
              "clinet",
              4,
              "unknown command 'clinet', did you mean 'client'?"),
          new Probe(
              "a fault is misspelt", "run --fault ECHO_ALLWAYS", 4, "did you mean `ECHO_ALWAYS`?"),
          new Probe(
              "an SDK is misspelt", "client --sdk supabase-jss", 4, "did you mean `supabase-js`?"));

  private static final Map<String, List<String>> MEANINGS = new HashMap<>();
  private static final Map<Probe, Future<Shell.Answer>> ANSWERS = new HashMap<>();
  private static final ExecutorService COMMANDS = Executors.newFixedThreadPool(SIDE_BY_SIDE);
  private static final List<AutoCloseable> SERVERS = new ArrayList<>();

  @TempDir static Path folder;

  @BeforeAll
  static void typeAllAtOnce() throws IOException {
    MEANINGS.putAll(servers());
    MEANINGS.putAll(adapters());
    MEANINGS.putAll(files());
    for (Probe probe : PROBES) {
      ANSWERS.put(probe, COMMANDS.submit(() -> Shell.EMPTY.type(probe.words(MEANINGS))));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    COMMANDS.shutdownNow();
    for (AutoCloseable server : SERVERS) {
      server.close();
    }
  }

  @ParameterizedTest
  @FieldSource("PROBES")
  void isRed(Probe probe) throws Exception {
    Shell.Answer answer = ANSWERS.get(probe).get();

    assertThat(answer.all()).contains(probe.saying()).doesNotContain("the suite itself");
    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(probe.exitCode());
    if (probe.exitCode() == 4) {
      assertThat(answer.err()).hasLineCount(1);
    }
  }

  @Test
  void thePageListsThemAll() throws IOException {
    String rows = PROBES.stream().map(Probe::row).collect(Collectors.joining("\n", HEAD, "\n"));
    new GeneratedFile(Path.of("../docs/probes.md"), rows).inspect();
  }

  private static Map<String, List<String>> servers() throws IOException {
    ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SERVERS.add(hanging);
    ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    gone.close();
    BroadcastMock mock = BroadcastMock.builder().start();
    SERVERS.add(mock);
    return Map.of(
        "DEAD", List.of("ws://127.0.0.1:" + gone.getLocalPort()),
        "HANGING", List.of("ws://127.0.0.1:" + hanging.getLocalPort()),
        "SILENT", impostor(Impostor.Act.SAYS_NOTHING),
        "ECHO", impostor(Impostor.Act.ECHOES),
        "OK", impostor(Impostor.Act.SAYS_OK),
        "WEB", impostor(Impostor.Act.IS_A_WEB_SERVER),
        "MOCK", List.of(mock.url().toString()),
        "KEY", List.of(mock.anonKey()));
  }

  private static List<String> impostor(Impostor.Act act) {
    Impostor impostor = new Impostor(act);
    SERVERS.add(impostor);
    return List.of(impostor.url());
  }

  private static Map<String, List<String>> adapters() {
    return Map.of(
        "EXITS", List.of("sh", "-c", "exit 0"),
        "HANGS", List.of("sh", "-c", "cat >/dev/null"),
        "BABBLES", List.of("yes"),
        "SMALL", Lying.adapter(),
        "TAKES-ANY-METHOD", Lying.adapter("ACCEPTS_ANY_METHOD"),
        "INVENTS", Lying.adapter("INVENTS_A_MESSAGE"));
  }

  private static Map<String, List<String>> files() throws IOException {
    Path bare = Files.writeString(folder.resolve("bare.yaml"), "capabilities: []\n");
    return Map.of(
        "NOWHERE", List.of(folder.resolve("nowhere").toString()),
        "EMPTY-FOLDER", List.of(Files.createDirectory(folder.resolve("empty")).toString()),
        "BROKEN-TARGET",
            List.of(Files.writeString(folder.resolve("broken.yaml"), "url: [\n").toString()),
        "BYTES",
            List.of(
                Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, 0}).toString()),
        "BARE-TARGET", List.of(bare.toString()));
  }
}
