package dev.broadcasttck.spec.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

class VerbTest {
  @Test
  void theSchemaKnowsTheSameVerbs() throws IOException {
    JsonNode schema = JsonMapper.shared().readTree(Path.of("schema/scenario.schema.json").toFile());
    List<String> words = new ArrayList<>(schema.at("/$defs/action/properties").propertyNames());
    words.removeAll(List.of("as", "control"));

    assertThat(words)
        .containsExactly(Arrays.stream(Verb.values()).map(Verb::word).toArray(String[]::new));
  }

  @Test
  void aBareWordStandsForTheArgumentThatMattersMost() {
    assertThat(Verb.RECEIVES.inFull(StringNode.valueOf("greeting")))
        .hasToString("{\"message\":\"greeting\"}");
  }
}
