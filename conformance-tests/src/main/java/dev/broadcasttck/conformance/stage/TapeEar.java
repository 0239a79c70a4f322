package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Tape;
import tools.jackson.databind.JsonNode;

/** Writes what an actor's client says on the tape. */
public record TapeEar(Tape tape, String actor) implements Ear {
  @Override
  public void status(String channel, String status) {
    tape.append(actor, new Happening.StatusSaid(channel, status));
  }

  @Override
  public void message(String channel, String listener, String event, JsonNode payload) {
    tape.append(actor, new Happening.MessageHeard(channel, listener, event, payload));
  }

  @Override
  public void settled(String send, String result) {
    tape.append(actor, new Happening.SendSettled(send, result));
  }

  @Override
  public void printed(String line) {
    tape.append(actor, new Happening.Printed(line));
  }

  @Override
  public void uncaught(String text) {
    tape.append(actor, new Happening.UncaughtSaid(text));
  }
}
