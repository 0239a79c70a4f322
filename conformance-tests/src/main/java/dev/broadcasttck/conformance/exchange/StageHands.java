package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.scenario.Step;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the target is told to do, since no client can bring it about. */
final class StageHands {
  private StageHands() {}

  static Reaction advances(Scene scene, Caller caller, Step step, JsonNode written) {
    return target(scene, caller, step, written);
  }

  static Reaction target(Scene scene, Caller caller, Step step, JsonNode written) {
    StageHand hand = scene.stageHand();
    Map.Entry<String, JsonNode> deed = written.properties().iterator().next();
    switch (deed.getKey()) {
      case "shutdown" -> hand.shutdown();
      case "disconnect-all" -> hand.disconnectAll();
      case "send-as-database" -> sendAsDatabase(scene.values(), hand, deed.getValue());
      default -> hand.advance(Times.read(deed.getValue().asString()));
    }
    return Reaction.HELD;
  }

  private static void sendAsDatabase(Values values, StageHand hand, JsonNode message) {
    hand.sendAsDatabase(
        values.text(message.path("topic")),
        values.text(message.path("event")),
        values.toSend(message.path("payload")),
        message.path("private").asBoolean(false));
  }
}
