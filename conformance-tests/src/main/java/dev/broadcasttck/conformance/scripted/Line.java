package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * A client's way to the server: at most one socket at a time, opened again where it was lost. Lives
 * on the loop.
 *
 * <pre>
 *           connect                lost
 *   DOWN ─────────────▶ CONNECTED ─────▶ WAITING
 *    ▲                   │   ▲              │
 *    └───────────────────┘   └──────────────┘
 *     close, from everywhere   after a while
 * </pre>
 */
final class Line implements ConnectionEvents {
  private final Terms terms;
  private final ConnectionEvents upward;
  private final Backoff backoff;
  private Optional<Connection> current = Optional.empty();
  private Optional<Future<?>> waiting = Optional.empty();
  private boolean wasOpen;

  Line(Terms terms, ConnectionEvents upward) {
    this.terms = terms;
    this.upward = upward;
    this.backoff =
        terms.conduct().does(Misbehaviour.RECONNECT_STORM)
            ? Backoff.none()
            : Backoff.from(terms.reconnect());
  }

  /** The connection that there is, or a new one. */
  Connection connect() {
    stopWaiting();
    Connection connection =
        current.filter(open -> !open.hasEnded()).orElseGet(() -> new Connection(terms, this));
    current = Optional.of(connection);
    return connection;
  }

  boolean isOpen() {
    return current.filter(Connection::isOpen).isPresent();
  }

  /** The server has answered: the next loss is a new one. */
  void proven() {
    backoff.reset();
  }

  /** Closes the socket and opens no other. */
  void close() {
    stopWaiting();
    current
        .filter(open -> !terms.conduct().does(Misbehaviour.ZOMBIE_SOCKET))
        .ifPresent(Connection::close);
    current = Optional.empty();
  }

  @Override
  public void opened(Connection source) {
    source.startHeartbeat();
    if (wasOpen && terms.conduct().does(Misbehaviour.TWO_HEARTBEATS_AFTER_RECONNECT)) {
      source.startHeartbeat();
    }
    wasOpen = true;
    upward.opened(source);
  }

  @Override
  public void received(Connection source, Envelope envelope) {
    upward.received(source, envelope);
  }

  @Override
  public void lost(Connection source, Ending ending) {
    upward.lost(source, ending);
    if (current.equals(Optional.of(source))) {
      current = Optional.empty();
      if (terms.conduct().comesBack(ending)) {
        waiting = Optional.of(terms.loop().after(backoff.next(), this::reconnect));
      }
    }
  }

  @Override
  public void perished(String of) {
    close();
    upward.perished(of);
  }

  private void reconnect() {
    Connection unused = connect();
    if (terms.conduct().does(Misbehaviour.RECONNECTS_TWICE)) {
      Connection second = new Connection(terms, this);
      current = Optional.of(second);
    }
  }

  private void stopWaiting() {
    waiting.ifPresent(timer -> timer.cancel(false));
    waiting = Optional.empty();
  }
}
