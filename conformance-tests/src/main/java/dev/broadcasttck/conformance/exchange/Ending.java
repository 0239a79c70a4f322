package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.spec.scenario.Step;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How sockets end: by the script or by the server. */
final class Ending {
  /** What a close frame without a code counts as. */
  static final int NO_CODE = 1005;

  private static final int NORMAL = 1000;
  private static final int WITHOUT_CLOSE_FRAME = 1006;

  private Ending() {}

  static Reaction closes(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    caller.socket().close(written.path("code").asInt(NORMAL));
    return ended(scene, caller).isPresent()
        ? Reaction.HELD
        : new Broken("the server answers the closing of the socket", "it did not");
  }

  static Reaction cuts(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    caller.socket().cut();
    ended(scene, caller).ifPresent(scene.account()::explain);
    return Reaction.HELD;
  }

  static Reaction closed(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Duration budget =
        written
            .optional("within")
            .map(within -> Times.read(within.asString()))
            .orElse(scene.budgets().mustCome());
    JsonPattern code =
        written
            .optional("code")
            .map(scene.values()::toExpect)
            .orElse(new JsonPattern(Json.text("$any")));
    String expected =
        "the server ends %s's socket with code %s".formatted(caller.name(), code.node());
    Optional<Entry> next = new Inbox(scene, caller).next(budget);
    if (next.isEmpty()) {
      return new Broken(expected, "it was open after " + budget.toMillis() + " ms");
    }
    Happening got = next.get().what();
    if (Inbox.isMessage(got)) {
      return new Broken(expected, "before that a frame came: " + View.inWords(got));
    }
    scene.account().explain(next.get());
    return code.compare(Json.number(code(got)))
        .<Reaction>map(why -> new Broken(expected, why + ": " + got))
        .orElse(new Held(""));
  }

  /** Whether a socket ended so. */
  static boolean isEnd(Happening what, String socket) {
    if (what instanceof SocketClosed closed) {
      return closed.socket().equals(socket);
    } else if (what instanceof SocketLost lost) {
      return lost.socket().equals(socket);
    }
    return what instanceof SocketRefused refused && refused.socket().equals(socket);
  }

  /** Waits for the end that the script brought about. */
  private static Optional<Entry> ended(Scene scene, Caller caller) throws InterruptedException {
    String socket = caller.socket().name();
    return scene
        .tape()
        .await(
            entries -> entries.stream().filter(e -> isEnd(e.what(), socket)).findFirst(),
            scene.budgets().mustCome());
  }

  private static int code(Happening end) {
    return end instanceof SocketClosed closed ? closed.code() : WITHOUT_CLOSE_FRAME;
  }
}
