package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A channel: who listens to it, and where it stands. Its state lives on the loop.
 *
 * <pre>
 *          subscribe            ok                unsubscribe
 *   OUT ─────────────▶ JOINING ─────▶ JOINED ─────────────────▶ LEAVING
 *    ▲                    │              │                         │
 *    └────────────────────┴──────────────┴─────────────────────────┘
 *      error, no reply     phx_close, phx_error,      reply, phx_close
 *                          the socket's end
 * </pre>
 */
final class ScriptedChannel implements DriverChannel {
  private enum State {
    OUT,
    JOINING,
    JOINED,
    LEAVING
  }

  private final ScriptedClient client;
  private final String handle;
  private final String topic;
  private final ChannelOptions options;
  private final List<Listener> listeners = new ArrayList<>();
  private State state = State.OUT;
  private Optional<Membership> membership = Optional.empty();
  private boolean removed;

  ScriptedChannel(ScriptedClient client, String handle, String topic, ChannelOptions options) {
    this.client = client;
    this.handle = handle;
    this.topic = topic;
    this.options = options;
  }

  @Override
  public void on(String listener, String event) {
    client.run(() -> listeners.add(new Listener(listener, event)));
  }

  @Override
  public void subscribe() {
    client.run(this::join);
  }

  @Override
  public void send(String send, String event, JsonNode payload) {
    client.run(
        () -> {
          if (state == State.JOINED) {
            membership.ifPresent(mine -> push(mine, send, new UserBroadcast(event, payload)));
          } else {
            post(send, event, payload);
          }
        });
  }

  @Override
  public void httpSend(String send, String event, JsonNode payload) {
    client.run(() -> post(send, event, payload));
  }

  @Override
  public void unsubscribe() {
    client.run(this::leave);
  }

  @Override
  public void remove() {
    client.run(
        () -> {
          removed = true;
          leave();
          if (state == State.OUT) {
            client.forget(this);
          }
        });
  }

  void received(Connection source, Envelope envelope) {
    if (membership.filter(mine -> mine.concerns(source, envelope)).isEmpty()) {
      return;
    }
    switch (envelope.event()) {
      case "broadcast" -> UserBroadcast.in(envelope).ifPresent(this::hear);
      case "phx_close" -> ended(envelope, Status.CLOSED);
      case "phx_error" -> ended(envelope, Status.CHANNEL_ERROR);
      default -> {}
    }
  }

  /** The socket ended; joins and leaves under way have been told so already. */
  void lost(Connection source) {
    if (membership.filter(mine -> mine.connection() == source).isPresent()) {
      out(Status.CHANNEL_ERROR);
    }
  }

  /** The client is closing the socket. */
  void disconnected() {
    if (state != State.OUT) {
      out(Status.CLOSED);
    }
  }

  private void join() {
    switch (state) {
      case JOINING, JOINED -> throw new IllegalStateException(handle + " is subscribed already");
      case LEAVING -> out(Status.CLOSED);
      case OUT -> {}
    }
    Membership mine = Membership.begin(client.connect(), topic);
    membership = Optional.of(mine);
    state = State.JOINING;
    JsonNode payload = JoinPayload.of(options, client.options().endpoint().apiKey());
    mine.connection().ask(mine.join(payload), reply -> joined(mine, reply));
  }

  private void joined(Membership mine, Reply reply) {
    if (state != State.JOINING || !isCurrent(mine)) {
      return;
    }
    switch (reply) {
      case OK -> {
        state = State.JOINED;
        say(Status.SUBSCRIBED);
      }
      case ERROR -> out(Status.CHANNEL_ERROR);
      case TIMED_OUT -> {
        // The server may have let us in all the same.
        mine.connection().tell(mine.leave());
        out(Status.TIMED_OUT);
      }
    }
  }

  private void leave() {
    if (state != State.JOINING && state != State.JOINED) {
      return;
    }
    state = State.LEAVING;
    membership.ifPresent(mine -> mine.connection().ask(mine.leave(), reply -> left(mine)));
  }

  private void left(Membership mine) {
    if (state == State.LEAVING && isCurrent(mine)) {
      out(Status.CLOSED);
    }
  }

  private void push(Membership mine, String send, UserBroadcast message) {
    Envelope push = mine.push("broadcast", message.toPayload());
    try {
      if (client.conduct().waitsForReply(options)) {
        mine.connection().ask(push, reply -> client.ear().settled(send, reply.toString()));
      } else {
        // Nobody waits for anything, so not for the sending either.
        Runnable sending = mine.connection().prepare(push);
        client.ear().settled(send, Reply.OK.toString());
        sending.run();
      }
    } catch (IllegalArgumentException e) {
      client.ear().uncaught(String.valueOf(e.getMessage()));
      client.ear().settled(send, Reply.ERROR.toString());
    }
  }

  private void post(String send, String event, JsonNode payload) {
    client.rest().send(send, topic, event, payload, options.isPrivate());
  }

  private void hear(UserBroadcast message) {
    if (state != State.JOINED) {
      return;
    }
    for (Listener listener : listeners) {
      if (client.conduct().calls(listener, message.event())) {
        client.ear().message(handle, listener.name(), message.event(), message.payload());
      }
    }
  }

  private void ended(Envelope envelope, Status status) {
    if (membership.filter(mine -> mine.isEndedBy(envelope)).isPresent()) {
      out(status);
    }
  }

  private void out(Status status) {
    state = State.OUT;
    membership = Optional.empty();
    say(status);
    if (removed) {
      client.forget(this);
    }
  }

  private void say(Status status) {
    client.ear().status(handle, status.name());
  }

  private boolean isCurrent(Membership mine) {
    return membership.equals(Optional.of(mine));
  }
}
