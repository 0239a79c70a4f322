package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.plain.PlainSocket;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.CloseSent;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is left of a scene when its steps are over: sockets to close, and frames that none explains.
 */
record Aftermath(Scene scene) {
  private static final int NORMAL = 1000;

  /** Closes every socket and reads it to its end. */
  void close() throws InterruptedException {
    List<PlainSocket> open = scene.callers().flatMap(it -> it.lastSocket().stream()).toList();
    open.stream()
        .filter(socket -> !hasEnded(scene.tape().entries(), socket))
        .forEach(s -> s.close(NORMAL));
    scene
        .tape()
        .await(
            entries ->
                open.stream().allMatch(s -> hasEnded(entries, s))
                    ? Optional.of(true)
                    : Optional.empty(),
            scene.budgets().mustCome());
  }

  /**
   * For each socket, whether something came on it that no step explains.
   *
   * @param restsFrom from which entry on the server may end sockets
   */
  Stream<Supplier<Reaction>> surpluses(int restsFrom) {
    return scene
        .callers()
        .filter(it -> it.lastSocket().isPresent())
        .map(it -> () -> surplus(it, restsFrom));
  }

  private Reaction surplus(Caller caller, int restsFrom) {
    Inbox inbox = new Inbox(scene, caller);
    return inbox
        .open(scene.tape().entries())
        .filter(
            entry ->
                Inbox.isMessage(entry.what())
                    ? !inbox.isBackground(entry.what())
                    : entry.number() < restsFrom && isServersEnd(entry.what()))
        .map(Entry::what)
        .findFirst()
        .<Reaction>map(
            what ->
                new Reaction.Broken(
                    caller.name() + " gets nothing else, and its socket stays open",
                    "it got: " + View.inWords(what)))
        .orElse(Reaction.HELD);
  }

  /** Whether an end is the server's own doing, not its answer to our closing. */
  private boolean isServersEnd(Happening what) {
    return scene.tape().entries().stream()
        .map(Entry::what)
        .noneMatch(sent -> sent instanceof CloseSent close && isAnswer(close, what));
  }

  private static boolean isAnswer(CloseSent close, Happening end) {
    if (end instanceof SocketClosed closed) {
      return closed.socket().equals(close.socket())
          && List.of(close.code(), NORMAL, Ending.NO_CODE).contains(closed.code());
    }
    return end instanceof SocketLost lost && lost.socket().equals(close.socket());
  }

  private static boolean hasEnded(List<Entry> entries, PlainSocket socket) {
    return entries.stream().anyMatch(entry -> Ending.isEnd(entry.what(), socket.name()));
  }
}
