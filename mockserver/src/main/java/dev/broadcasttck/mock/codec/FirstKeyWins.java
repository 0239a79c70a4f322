package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON anew without the later ones of duplicate keys. */
final class FirstKeyWins {
  private static final JsonFactory FACTORY = new JsonFactory();

  private FirstKeyWins() {}

  static Bytes rewrite(JsonParser parser) {
    var out = new ByteArrayOutputStream();
    try (parser;
        JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      copy(parser, generator);
    }
    return Bytes.of(out.toByteArray());
  }

  private static void copy(JsonParser parser, JsonGenerator generator) {
    Deque<Set<String>> keys = new ArrayDeque<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token.isStructStart()) {
        keys.push(new HashSet<>());
      } else if (token.isStructEnd()) {
        keys.pop();
      }
      if (token == JsonToken.PROPERTY_NAME && !keys.element().add(parser.currentName())) {
        parser.nextToken();
        parser.skipChildren();
      } else {
        generator.copyCurrentEventExact(parser);
      }
    }
  }
}
