package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Bytes put together from pieces, copied once. */
final class ByteWriter {
  private final List<Bytes> pieces = new ArrayList<>();

  ByteWriter ascii(String text) {
    return bytes(Bytes.utf8(text));
  }

  ByteWriter json(JsonNode node) {
    return bytes(Json.write(node));
  }

  ByteWriter json(String string) {
    return json(Json.string(string));
  }

  ByteWriter octet(int value) {
    return bytes(Bytes.of(new byte[] {(byte) value}));
  }

  ByteWriter bytes(Bytes piece) {
    pieces.add(piece);
    return this;
  }

  Bytes toBytes() {
    byte[] whole = new byte[pieces.stream().mapToInt(Bytes::length).sum()];
    int offset = 0;
    for (Bytes piece : pieces) {
      piece.copyTo(whole, offset);
      offset += piece.length();
    }
    return Bytes.of(whole);
  }

  Frame toTextFrame() {
    return new Frame(Frame.Kind.TEXT, toBytes());
  }

  Frame toBinaryFrame() {
    return new Frame(Frame.Kind.BINARY, toBytes());
  }
}
