package dev.broadcasttck.spec.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of frames has room for every text frame of the vectors that is a message. */
class FrameSchemaTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaCheck FRAMES = SchemaCheck.named("frames.schema.json");

  @ParameterizedTest
  @CsvSource({
    "client, 1.0.0, clientV1",
    "client, 2.0.0, clientV2",
    "server, 1.0.0, serverV1",
    "server, 2.0.0, serverV2"
  })
  void framesOfTheVectorsFit(String side, String vsn, String definition) {
    List<JsonNode> frames =
        JSON.readTree(Path.of("vectors", side + "-frames.json").toFile())
            .valueStream()
            .filter(it -> it.path("vsn").asString("").equals(vsn) && it.has("text"))
            .filter(it -> it.at("/means/topic").isString() && it.at("/means/event").isString())
            .filter(it -> it.path("means").has("payload"))
            .map(it -> JSON.readTree(it.path("text").stringValue()))
            .toList();

    assertThat(frames).isNotEmpty();
    SchemaCheck schema = FRAMES.definition(definition);
    assertThat(frames).allSatisfy(frame -> assertThat(schema.complaints(frame)).isEmpty());
  }
}
