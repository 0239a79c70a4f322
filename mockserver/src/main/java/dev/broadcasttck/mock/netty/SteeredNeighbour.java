package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Header;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.neighbour.Reply;
import java.util.Optional;

/**
 * A neighbour that nobody steers over the port who may not steer the mock either.
 *
 * @param guard who lets callers in; empty where nobody is let in
 */
record SteeredNeighbour(Neighbour neighbour, Optional<Guard> guard) implements Neighbour {
  @Override
  public Reply answer(Call call) {
    return neighbour.isSteeredBy(call)
        ? objection(call).<Reply>map(SteeredNeighbour::said).orElseGet(() -> neighbour.answer(call))
        : neighbour.answer(call);
  }

  private Optional<Answer> objection(Call call) {
    return guard.isPresent()
        ? guard.get().objection(Requests.of(call))
        : Optional.of(Guard.closed());
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
