package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Where a channel stands with the server. Lives on the loop.
 *
 * <pre>
 *         subscribe            ok               unsubscribe
 *   OUT ─────────────▶ JOINING ─────▶ JOINED ────────────────▶ LEAVING
 *    ▲                  ▲    │          │                         │
 *    │          a while │    │ error,   │ phx_error,              │ reply, no reply,
 *    │            later │    │ no reply │ the socket's end        │ phx_close
 *    │                  │    ▼          │                         │
 *    │                RETRYING ◀────────┘                         │
 *    ├────────────────────────────────────────────────────────────┘
 *    │ phx_close, from everywhere
 *   PAUSED ◀── disconnect, from everywhere but OUT; ──▶ JOINING by open
 * </pre>
 */
final class Subscription {
  private enum State {
    OUT,
    JOINING,
    JOINED,
    RETRYING,
    LEAVING,
    PAUSED
  }

  private final ScriptedClient client;
  private final ScriptedChannel channel;
  private final Backoff backoff;
  private State state = State.OUT;
  private Optional<Membership> membership = Optional.empty();
  private Optional<Future<?>> retry = Optional.empty();
  private int joins;
  private boolean hasLeft;

  /** Joined again after a disconnect that the user may answer with a subscribe of its own. */
  private boolean resumed;

  Subscription(ScriptedClient client, ScriptedChannel channel) {
    this.client = client;
    this.channel = channel;
    this.backoff =
        client.conduct().does(Misbehaviour.REJOIN_STORM)
            ? Backoff.none()
            : Backoff.from(client.terms().reconnect());
  }

  /** The join that holds, if one does. */
  Optional<Membership> joined() {
    return state == State.JOINED ? membership : Optional.empty();
  }

  boolean isOut() {
    return state == State.OUT;
  }

  boolean isAbout(Connection source, Envelope envelope) {
    return membership.filter(mine -> mine.concerns(source, envelope)).isPresent();
  }

  /**
   * Joins.
   *
   * @throws IllegalStateException if the user has subscribed already
   */
  void subscribe() {
    if (client.conduct().staysAway(hasLeft, state == State.PAUSED)) {
      return;
    }
    switch (state) {
      case JOINING, JOINED -> {
        if (!resumed) {
          throw new IllegalStateException(channel.handle() + " is subscribed already");
        }
        resumed = false;
      }
      case LEAVING -> {
        out(Status.CLOSED);
        join();
      }
      case OUT, RETRYING, PAUSED -> join();
    }
  }

  void leave() {
    hasLeft |= state != State.OUT;
    switch (state) {
      case JOINING, JOINED -> {
        if (membership.isEmpty() || client.conduct().does(Misbehaviour.NO_PHX_LEAVE)) {
          out(Status.CLOSED);
        } else {
          state = State.LEAVING;
          membership.ifPresent(mine -> mine.connection().ask(mine.leave(), reply -> left(mine)));
        }
      }
      case RETRYING -> out(Status.CLOSED);
      case PAUSED -> state = State.OUT;
      case OUT, LEAVING -> {}
    }
  }

  /** The server ended the join, or an earlier one. */
  void ended(Envelope envelope, Status status) {
    Optional<Membership> meant =
        membership
            .filter(mine -> mine.isEndedBy(envelope) || client.conduct().heedsStale(status))
            .filter(mine -> !client.conduct().ignores(status, mine.isFirst()));
    if (meant.isEmpty()) {
      return;
    }
    if (status == Status.CLOSED || state == State.LEAVING) {
      out(Status.CLOSED);
    } else {
      retryLater(status);
    }
  }

  /** The socket ended; joins and leaves under way have been told so already. */
  void lost(Connection source) {
    stopRetrying();
    if (membership.filter(mine -> mine.connection() == source).isPresent()) {
      waitForTheLine();
    }
  }

  /** There is a socket again. */
  void lineOpened() {
    if (state == State.RETRYING && client.conduct().rejoins(channel.isFirst())) {
      join();
    }
  }

  /** The client is closing the socket. */
  void pause() {
    if (state != State.OUT && state != State.PAUSED) {
      forget();
      state = State.PAUSED;
      say(Status.CLOSED);
    }
  }

  /** The client opens a socket again. */
  void resume() {
    if (state == State.PAUSED) {
      join();
      resumed = true;
    }
  }

  private void join() {
    forget();
    resumed = false;
    state = State.JOINING;
    joins++;
    int join = joins;
    client
        .tokens()
        .ask(
            token -> {
              if (state == State.JOINING && joins == join && membership.isEmpty()) {
                ask(token);
              }
            });
  }

  private void ask(Optional<Secret> token) {
    Membership mine = Membership.begin(client.line().connect(), channel.topic());
    membership = Optional.of(mine);
    mine.connection().ask(mine.join(payload(token)), reply -> joined(mine, reply));
    if (client.conduct().does(Misbehaviour.SUBSCRIBED_TOO_EARLY)) {
      say(Status.SUBSCRIBED);
    }
  }

  private JsonNode payload(Optional<Secret> token) {
    return JoinPayload.of(client, channel, token, joins == 1, hasLeft);
  }

  private void joined(Membership mine, Reply reply) {
    if (state != State.JOINING || !isCurrent(mine)) {
      return;
    }
    switch (client.conduct().takenFor(reply)) {
      case OK -> in();
      case ERROR -> {
        client.deafen(channel.topic(), Misbehaviour.DEAF_AFTER_ANOTHERS_JOIN_ERROR);
        retryLater(Status.CHANNEL_ERROR);
      }
      case TIMED_OUT -> {
        if (!client.conduct().does(Misbehaviour.JOIN_NEVER_TIMES_OUT)) {
          // The server may have let us in all the same.
          mine.connection().tell(mine.leave());
          retryLater(Status.TIMED_OUT);
        }
      }
      case LOST -> waitForTheLine();
    }
  }

  private void in() {
    state = State.JOINED;
    backoff.reset();
    client.line().proven();
    if (!client.conduct().does(Misbehaviour.SUBSCRIBED_TOO_EARLY)) {
      say(Status.SUBSCRIBED);
    }
    if (client.conduct().does(Misbehaviour.TIMES_OUT_AFTER_OK)) {
      Future<?> unused =
          client.terms().loop().after(client.terms().timeout(), () -> say(Status.TIMED_OUT));
    }
  }

  private void left(Membership mine) {
    if (state == State.LEAVING && isCurrent(mine)) {
      out(Status.CLOSED);
    }
  }

  private void retryLater(Status status) {
    waitWith(status);
    if (client.conduct().retries(status)) {
      retry = Optional.of(client.terms().loop().after(backoff.next(), this::retry));
    }
  }

  private void waitForTheLine() {
    waitWith(Status.CHANNEL_ERROR);
    channel.dropped();
  }

  private void waitWith(Status status) {
    forget();
    state = State.RETRYING;
    say(status);
  }

  /** Where the socket is gone meanwhile, it is the next one's opening that matters. */
  private void retry() {
    if (state == State.RETRYING && client.line().isOpen()) {
      join();
    }
  }

  private void out(Status status) {
    forget();
    state = State.OUT;
    say(status);
    channel.left();
  }

  private void forget() {
    membership = Optional.empty();
    stopRetrying();
  }

  private void stopRetrying() {
    retry.ifPresent(timer -> timer.cancel(false));
    retry = Optional.empty();
  }

  private void say(Status status) {
    client.ear().status(channel.handle(), status.name());
  }

  private boolean isCurrent(Membership mine) {
    return membership.equals(Optional.of(mine));
  }
}
