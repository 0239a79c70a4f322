package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Json;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The first answer of the transport beside the WebSocket, which no current SDK needs: that it goes
 * on with a session's token (recording 18_http_and_longpoll). It does not go on here.
 */
final class LongPoll {
  private static final int GONE = 410;

  /** As long as a real one, 228 characters. */
  private static final int TOKEN_BYTES = 171;

  private LongPoll() {}

  static Answer answer(Request request) {
    if (!request.method().equals("GET")) {
      return RestApi.notFound();
    }
    var body = Json.object();
    body.set("messages", Json.array());
    body.put("status", GONE).put("token", token());
    return Answer.json(200, body)
        .with("cache-control", "no-store")
        .with("access-control-allow-origin", "*");
  }

  private static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
