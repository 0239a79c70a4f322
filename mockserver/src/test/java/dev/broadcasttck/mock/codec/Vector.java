package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A frame to the letter, and what it means; {@code spec/vectors} says how they are written. */
record Vector(JsonNode json) {
  static Stream<Vector> in(String file) {
    try {
      JsonNode all = Json.read(Files.readString(Path.of("..", "spec", "vectors", file)));
      return StreamSupport.stream(all.spliterator(), false).map(Vector::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProtocolVersion version() {
    return ProtocolVersion.named(json.path("vsn").stringValue()).orElseThrow();
  }

  Frame frame() {
    return json.has("text")
        ? Frame.text(json.path("text").stringValue())
        : Frame.binary(Bytes.hex(json.path("hex").stringValue()));
  }

  JsonNode means() {
    return json.path("means");
  }

  boolean isBroadcast() {
    return means().path("event").asString("").equals("broadcast");
  }

  Payload payload() {
    JsonNode user = means().path("user");
    if (user.isObject()) {
      return new Payload.User(
          user.path("event").stringValue(),
          user.path("encoding").stringValue().equals("json"),
          Bytes.hex(user.path("hex").stringValue()));
    }
    return means().has("opaque")
        ? new Payload.Opaque(Bytes.hex(means().path("opaque").stringValue()))
        : new Payload.Text(JsonText.of(means().path("payload")));
  }

  @Override
  public String toString() {
    return json.path("vsn").stringValue() + ": " + json.path("name").stringValue();
  }
}
