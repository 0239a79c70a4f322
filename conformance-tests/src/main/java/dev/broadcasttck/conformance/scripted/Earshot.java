package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.Ear;
import tools.jackson.databind.JsonNode;

/** An ear that hears a client until the client is closed. */
final class Earshot implements Ear {
  private final Ear ear;
  private volatile boolean left;

  Earshot(Ear ear) {
    this.ear = ear;
  }

  void leave() {
    left = true;
  }

  @Override
  public void status(String channel, String status) {
    if (!left) {
      ear.status(channel, status);
    }
  }

  @Override
  public void message(String channel, String listener, String event, JsonNode payload) {
    if (!left) {
      ear.message(channel, listener, event, payload);
    }
  }

  @Override
  public void settled(String send, String result) {
    if (!left) {
      ear.settled(send, result);
    }
  }

  @Override
  public void uncaught(String text) {
    if (!left) {
      ear.uncaught(text);
    }
  }
}
