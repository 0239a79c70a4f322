package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Does at the bundled mock what no client can bring about. */
record MockStageHand(BroadcastMock mock) implements StageHand {
  @Override
  public void shutdown() {
    mock.endSockets();
  }

  @Override
  public void disconnectAll() {
    mock.project().disconnectAll();
  }

  @Override
  public void sendAsDatabase(String topic, String event, JsonNode payload, boolean isPrivate) {
    mock.project().sendAsDatabase(topic, event, payload.toString(), isPrivate);
  }

  @Override
  public void advance(Duration time) {
    mock.advance(time);
  }
}
