package dev.broadcasttck.mock.wiremock;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Header;
import dev.broadcasttck.mock.neighbour.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * What a project's gateway adds to the answers of all that is behind it: browsers may read them
 * from any page.
 */
final class Gateway {
  private static final String ORIGIN = "access-control-allow-origin";
  private static final String METHODS = "GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS,TRACE,CONNECT";
  private static final int NOT_FOUND = 404;

  private Gateway() {}

  static Reply letThrough(Call call, Reply reply) {
    if (call.header("origin").isEmpty() || !(reply instanceof Reply.Answered answered)) {
      return reply;
    }
    return answered.status() == NOT_FOUND && isPreflight(call)
        ? preflight(call)
        : readable(answered);
  }

  private static boolean isPreflight(Call call) {
    return call.method().equals("OPTIONS")
        && call.header("access-control-request-method").isPresent();
  }

  private static Reply preflight(Call call) {
    return new Reply.Answered(
        200,
        List.of(
            new Header(ORIGIN, "*"),
            new Header("access-control-allow-methods", METHODS),
            new Header(
                "access-control-allow-headers",
                call.header("access-control-request-headers").orElse("*"))),
        Bytes.utf8(""));
  }

  private static Reply readable(Reply.Answered answered) {
    if (answered.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(ORIGIN))) {
      return answered;
    }
    List<Header> headers = new ArrayList<>(answered.headers());
    headers.add(new Header(ORIGIN, "*"));
    return new Reply.Answered(
        answered.status(),
        answered.reason(),
        headers,
        answered.body(),
        answered.delay(),
        answered.drip());
  }
}
