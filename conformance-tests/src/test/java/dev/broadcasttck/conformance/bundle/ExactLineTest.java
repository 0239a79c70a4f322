package dev.broadcasttck.conformance.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ExactLineTest {
  private static final ExactLine LINE = new ExactLine(text -> text.replace("hush", "[secret]"));
  private static final byte[] NO_TEXT = {(byte) 0xC3, 0x28};

  static Stream<Happening> happenings() {
    Decoder decoder = new Decoder(ProtocolVersion.V2);
    return Stream.of(
        new SocketClosed("socket-1", 1006, "gone"),
        new ResponseReceived("call-1", 202, Map.of("server", "mock"), "{}"),
        new MessageHeard("room", "test", "test", Json.parse("{\"n\": 1.50}").orElseThrow()),
        new MessageHeard(
            "room", "test", "test", JsonNodeFactory.instance.binaryNode(new byte[] {0, 7})),
        new FrameReceived("socket-1", decoder.text("[null,\"3\",\"t\",\"phx_reply\",{}]")),
        new FrameReceived("socket-1", decoder.text("no JSON")),
        new FrameReceived("socket-1", decoder.binary(new byte[] {9, 9})),
        new FrameReceived("socket-1", Encoder.raw(NO_TEXT)));
  }

  @ParameterizedTest
  @MethodSource("happenings")
  void whatIsWrittenIsReadAgain(Happening happening) {
    LineReader reader = new LineReader();
    Entry opening = entry(0, new SocketOpening("socket-1", "ws://host/websocket?vsn=2.0.0"));
    Entry entry = entry(1, happening);

    List<Entry> read =
        Stream.of(opening, entry).map(it -> reader.read(Json.write(LINE.of(it)))).toList();

    assertThat(read).containsExactly(opening, entry);
  }

  @Test
  void whatIsSecretIsNotWritten() {
    Happening heard =
        new MessageHeard("room", "test", "hush", Json.parse("{\"a\": \"hush\"}").orElseThrow());

    assertThat(Json.write(LINE.of(heard))).contains("[secret]").doesNotContain("hush");
  }

  private static Entry entry(int number, Happening happening) {
    return new Entry(number, Duration.ofNanos(12_345_678_901L), "alice", happening);
  }
}
