package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Path;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a server does otherwise with HTTP requests. */
final class Serves {
  private Serves() {}

  /** Another answer with that status to such requests. */
  static Disturbance answer(Predicate<Request> to, int status, UnaryOperator<Answer> instead) {
    return Points.answering(
        (request, answer) ->
            answer.status() == status && to.test(request) ? instead.apply(answer) : answer);
  }

  /** Another status in place of one. */
  static Disturbance status(Predicate<Request> to, int right, int wrong) {
    return answer(to, right, answer -> withStatus(answer, wrong));
  }

  /** The same where the answer says some words. */
  static Disturbance status(Predicate<Request> to, int right, String words, int wrong) {
    return answer(
        to,
        right,
        answer -> answer.body().utf8().contains(words) ? withStatus(answer, wrong) : answer);
  }

  static Answer withStatus(Answer answer, int status) {
    return new Answer(status, answer.headers(), answer.body(), answer.keptBack());
  }

  /** No socket where there should be one. */
  static Disturbance refusal(Predicate<Handshake.Accepted> of, Predicate<Request> request) {
    return Points.opening(
        (asked, handshake) ->
            handshake instanceof Handshake.Accepted accepted
                    && of.test(accepted)
                    && request.test(asked)
                ? refused(403)
                : handshake);
  }

  static Handshake refused(int status) {
    return new Handshake.Refused(Answer.json(status, Json.object().put("error", "refused")), false);
  }

  /** Another status where a socket is refused with words. */
  static Disturbance refusalStatus(String words, int wrong) {
    return Points.opening(
        (asked, handshake) ->
            handshake instanceof Handshake.Refused refused
                    && refused.answer().body().utf8().contains(words)
                ? new Handshake.Refused(withStatus(refused.answer(), wrong), refused.isSlow())
                : handshake);
  }

  static Request withHeader(Request request, String name, String value) {
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.put(name, value);
    return new Request(request.method(), request.path(), request.query(), headers, request.body());
  }

  static Request withoutHeader(Request request, String name) {
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.remove(name);
    return new Request(request.method(), request.path(), request.query(), headers, request.body());
  }

  static Request withParameter(Request request, String name, String value) {
    Map<String, String> query = new HashMap<>(request.query());
    query.put(name, value);
    return new Request(request.method(), request.path(), query, request.headers(), request.body());
  }

  static boolean isBatch(Request request) {
    return Path.of(request.path()).filter(path -> path.is("api", "broadcast")).isPresent();
  }

  static boolean isSingle(Request request) {
    return Path.of(request.path()).filter(Path::isSingleEvent).isPresent();
  }

  static boolean isSocket(Request request) {
    return Handshake.isFor(request);
  }
}
