package dev.broadcasttck.mock.http;

/** An API that browsers may call from any page; who sends no Origin sees nothing of it. */
public record Cors(Api api) implements Api {
  @Override
  public Answer answer(Request request) {
    if (request.header("origin").isEmpty()) {
      return api.answer(request);
    }
    boolean isPreflight =
        request.method().equals("OPTIONS")
            && request.header("access-control-request-method").isPresent();
    Answer answer = isPreflight ? preflight(request) : api.answer(request);
    return answer.with("access-control-allow-origin", "*");
  }

  private static Answer preflight(Request request) {
    return Answer.empty(204)
        .with("access-control-allow-methods", "GET, POST, OPTIONS")
        .with(
            "access-control-allow-headers",
            request.header("access-control-request-headers").orElse("*"))
        .with("access-control-max-age", "3600");
  }
}
