package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.codec.StrictJson;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import java.util.Optional;

/** A request's body as the object that the real server always makes of it. */
final class JsonBody {
  private static final JsonText NOTHING = JsonText.of(Json.object());

  private JsonBody() {}

  /**
   * Empty where the body is to be JSON and is none; a body of another type counts as {@code {}}.
   */
  static Optional<JsonText> read(Request request) {
    boolean isJson = request.mediaType().filter(JsonBody::isJson).isPresent();
    return isJson && request.body().length() > 0
        ? StrictJson.check(request.body()).map(JsonBody::wrapped)
        : Optional.of(NOTHING);
  }

  static boolean isJson(String mediaType) {
    return mediaType.equals("application/json")
        || (mediaType.startsWith("application/") && mediaType.endsWith("+json"));
  }

  /** What is no object is put into one (recording 11_rest_single_event). */
  private static JsonText wrapped(JsonText json) {
    return json.isObject()
        ? json
        : new JsonText(Bytes.utf8("{\"_json\":" + json.bytes().utf8() + "}"));
  }
}
