package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Header;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.neighbour.Reply;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A neighbour that nobody steers over the port who may not steer the mock either.
 *
 * @param guard who lets callers in; empty where nobody is let in
 */
record SteeredNeighbour(Neighbour neighbour, Optional<Guard> guard) implements Neighbour {
  private static final String TOKEN = "token=";

  static SteeredNeighbour of(Neighbour neighbour, Plan plan) {
    Guard guard = plan.guard.orElseGet(() -> new Guard(Optional.empty()));
    boolean isOpen = guard.token().isPresent() || plan.host.isLoopbackAddress();
    return new SteeredNeighbour(neighbour, isOpen ? Optional.of(guard) : Optional.empty());
  }

  @Override
  public Reply answer(Call call) {
    return neighbour.isSteeredBy(call)
        ? objection(call).<Reply>map(SteeredNeighbour::said).orElseGet(() -> neighbour.answer(call))
        : neighbour.answer(call);
  }

  private Optional<Answer> objection(Call call) {
    return guard.isPresent() ? guard.get().objection(request(call)) : Optional.of(Guard.closed());
  }

  private static Request request(Call call) {
    Map<String, String> headers = new HashMap<>();
    call.headers()
        .forEach(it -> headers.putIfAbsent(it.name().toLowerCase(Locale.ROOT), it.value()));
    return new Request(call.method(), call.path(), query(call), headers, call.body());
  }

  /** As it is written: the token has no need of percent signs. */
  private static Map<String, String> query(Call call) {
    String after = call.uri().substring(call.path().length());
    return Stream.of(after.split("[?&]", -1))
        .filter(pair -> pair.startsWith(TOKEN))
        .findFirst()
        .map(pair -> Map.of("token", pair.substring(TOKEN.length())))
        .orElse(Map.of());
  }

  private static Reply said(Answer answer) {
    return new Reply.Answered(
        answer.status(),
        answer.headers().entrySet().stream()
            .map(header -> new Header(header.getKey(), header.getValue()))
            .toList(),
        answer.body());
  }

  @Override
  public void open() {
    neighbour.open();
  }

  @Override
  public void beginAgain() {
    neighbour.beginAgain();
  }

  @Override
  public void close() {
    neighbour.close();
  }
}
