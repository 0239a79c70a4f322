package dev.broadcasttck.conformance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.PushReader;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a real server said, and a client that was wrong on purpose, as the recordings have it. */
class RecordingsAreCleanTest {
  private static final Path FOLDER = Path.of("..", "spec", "recordings");

  private static final Pattern CUT = Pattern.compile("…<\\d+ chars>");
  private static final String END_OF_A_DELIVERY = "\"}},\"topic\":\"realtime:room1\"}";

  /** What the recording client did wrong, to see what the server would do. */
  private static final Map<String, Set<String>> ON_PURPOSE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("01_vsn_bad", Set.of("CCONNECT-3")),
              Map.entry("02_join_payload_variants_v1", Set.of("CJOIN-20")),
              Map.entry("04_broadcast_payload_nonmap", Set.of("CCONNECT-3", "CFRAME-1")),
              Map.entry("05_heartbeat", Set.of("CBEAT-1", "CCONNECT-3")),
              Map.entry("07_rejoin_same_topic", Set.of("CFRAME-4")),
              Map.entry("08_join_error_blocks_socket", Set.of("CJOIN-1")),
              Map.entry("08_join_tokens", Set.of("CSEND-2")),
              Map.entry("09_empty_topic", Set.of("CJOIN-1")),
              Map.entry("09_malformed_v1", Set.of("CCONNECT-3", "CJOIN-6")),
              Map.entry(
                  "09_unknown_events_topics", Set.of("CBEAT-1", "CJOIN-1", "CTOKEN-6", "SEND-1")),
              Map.entry("10_v2_binary", Set.of("CFRAME-8")),
              Map.entry("14_access_token", Set.of("CTOKEN-5")),
              Map.entry("16_replay", Set.of("CJOIN-20")),
              Map.entry("20_headers_event_names", Set.of("CFRAME-5")),
              Map.entry("20_join_ref_absent_v1", Set.of("CFRAME-4", "CLEAVE-1")),
              Map.entry("20_v2_receiver_v1_nonmap", Set.of("CFRAME-1")),
              Map.entry("20_v2_self_crash_rejoin", Set.of("CFRAME-1"))));

  @Test
  void theRealServerBreaksNothingAndTheClientWhatItMeantTo() throws IOException {
    Map<String, Set<String>> ofClients = new TreeMap<>();
    List<Violation> ofServers = new ArrayList<>();
    for (String name : names()) {
      for (Violation violation : found(name)) {
        if (Plays.isOfServer(violation)) {
          ofServers.add(violation);
        } else {
          ofClients.computeIfAbsent(name, it -> new TreeSet<>()).add(violation.rule());
        }
      }
    }

    assertThat(names()).hasSizeGreaterThan(60);
    assertThat(ofServers).isEmpty();
    assertThat(ofClients).isEqualTo(ON_PURPOSE);
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jsonl"))
          .map(name -> name.replace(".jsonl", ""))
          .sorted()
          .toList();
    }
  }

  private static List<Violation> found(String name) throws IOException {
    Lint lint = Lint.start();
    Map<String, ProtocolVersion> versions = new HashMap<>();
    List<Violation> found = new ArrayList<>();
    List<String> lines = whole(name);
    for (int number = 0; number < lines.size(); number++) {
      JsonNode row = Json.parse(lines.get(number)).orElseThrow();
      Optional<Happening> what = happening(row, versions);
      if (what.isPresent()) {
        Duration at = Duration.ofMillis(row.path("t").longValue());
        found.addAll(lint.read(new Entry(number, at, "recorder", what.get())));
      }
    }
    return found;
  }

  /**
   * The lines of a recording; of a long frame it has the beginning, and its stage script the end.
   */
  private static List<String> whole(String name) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve(name + ".jsonl")));
    lines.replaceAll(line -> CUT.matcher(line).replaceAll(quoted(END_OF_A_DELIVERY)));
    Path script = FOLDER.resolve("stage").resolve(name + ".jsonl");
    for (String text : Files.exists(script) ? Files.readAllLines(script) : List.<String>of()) {
      JsonNode stage = Json.parse(text).orElseThrow();
      if (stage.has("ending")) {
        String ending = stage.path("ending").stringValue();
        int place = stage.path("line").intValue() - 1;
        lines.set(place, lines.get(place).replace(escaped(END_OF_A_DELIVERY), escaped(ending)));
      }
    }
    return lines;
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("\"", "\\\"");
  }

  private static Optional<Happening> happening(
      JsonNode row, Map<String, ProtocolVersion> versions) {
    String socket = row.path("conn").asString("");
    switch (row.path("dir").asString("")) {
      case "connect" -> {
        String url = row.path("url").asString("");
        versions.put(socket, url.contains("vsn=2.") ? ProtocolVersion.V2 : ProtocolVersion.V1);
        return Optional.of(new Happening.SocketOpening(socket, url));
      }
      case "out" -> {
        return frame(row, versions, true).map(it -> new FrameSent(socket, it));
      }
      case "in" -> {
        return frame(row, versions, false).map(it -> new FrameReceived(socket, it));
      }
      case "closed" -> {
        return Optional.of(new Happening.SocketClosed(socket, 1000, ""));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  /** Empty for a ping or a pong. */
  private static Optional<Frame> frame(
      JsonNode row, Map<String, ProtocolVersion> versions, boolean sent) {
    var decoder =
        new Decoder(versions.getOrDefault(row.path("conn").asString(""), ProtocolVersion.V1));
    if (row.has("hex")) {
      byte[] bytes = HexFormat.of().parseHex(row.path("hex").asString(""));
      return Optional.of(sent ? PushReader.read(bytes) : decoder.binary(bytes));
    }
    return row.path("frame").stringValueOpt().map(decoder::text);
  }
}
