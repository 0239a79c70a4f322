package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.wire.Answer;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.WireRequest;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client's broadcasts over REST, which outlive the channels they come from. Lives on the loop.
 */
final class RestSender {
  private static final int SUCCESS = 2;

  private final Workshop workshop;
  private final Loop loop;
  private final ClientOptions options;
  private final WireTap tap;
  private final Ear ear;
  private final Map<String, WireRequest> underWay = new HashMap<>();

  RestSender(Workshop workshop, Loop loop, ClientOptions options, WireTap tap, Ear ear) {
    this.workshop = workshop;
    this.loop = loop;
    this.options = options;
    this.tap = tap;
    this.ear = ear;
  }

  /**
   * Sends a batch of one.
   *
   * @param topic without {@code realtime:}
   */
  void send(String send, String topic, String event, JsonNode payload, boolean isPrivate) {
    ObjectNode message = Json.object().put("topic", topic).put("event", event);
    message.set("payload", payload);
    message.put("private", isPrivate);
    ObjectNode batch = Json.object();
    batch.set("messages", Json.array().add(message));
    String name = workshop.name("request");
    underWay.put(
        name,
        WireRequest.broadcast(
            workshop.transport(),
            options.endpoint(),
            Json.write(batch),
            options.timers().timeout().orElseThrow(),
            name,
            tap,
            answer -> loop.run(() -> settle(name, send, answer))));
  }

  /** Gives up on all that is under way. */
  void cut() {
    underWay.values().forEach(WireRequest::cut);
  }

  private void settle(String name, String send, Answer answer) {
    underWay.remove(name);
    ear.settled(send, result(answer).toString());
  }

  private static Reply result(Answer answer) {
    if (answer instanceof Answer.Answered answered) {
      return answered.status() / 100 == SUCCESS ? Reply.OK : Reply.ERROR;
    }
    boolean late =
        answer instanceof Answer.Lost lost && lost.loss().cause() == Loss.Cause.TIMED_OUT;
    return late ? Reply.TIMED_OUT : Reply.ERROR;
  }
}
