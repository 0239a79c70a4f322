package dev.broadcasttck.conformance.served;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Json;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where JSON-RPC messages go out, a line each, by any thread. */
final class Wicket {
  private final PrintStream out;
  private final ReentrantLock turn = new ReentrantLock();

  Wicket(PrintStream out) {
    this.out = out;
  }

  void answer(JsonNode id, JsonNode result) {
    ObjectNode message = message();
    message.set("id", id);
    message.set("result", result);
    write(message);
  }

  void refuse(JsonNode id, int code, String why) {
    ObjectNode message = message();
    message.set("id", id);
    message.set("error", Json.object().put("code", code).put("message", why));
    write(message);
  }

  void notify(String method, ObjectNode parameters) {
    ObjectNode message = message().put("method", method);
    message.set("params", parameters);
    write(message);
  }

  private static ObjectNode message() {
    return Json.object().put("jsonrpc", "2.0");
  }

  /** The lock keeps lines whole, which is all that it is for. */
  private void write(ObjectNode message) {
    byte[] line = (Json.write(message) + "\n").getBytes(UTF_8);
    turn.lock();
    try {
      out.write(line, 0, line.length);
      out.flush();
    } finally {
      turn.unlock();
    }
  }
}
