package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A channel as its user has it: listeners, a subscription, and a way to send. Its state lives on
 * the loop.
 */
final class ScriptedChannel implements DriverChannel {
  private final ScriptedClient client;
  private final String handle;
  private final String topic;
  private final ChannelOptions options;
  private final Listeners listeners;
  private final Subscription subscription;
  private final Outlet outlet;
  private boolean removed;

  ScriptedChannel(ScriptedClient client, String handle, String topic, ChannelOptions options) {
    this.client = client;
    this.handle = handle;
    this.topic = topic;
    this.options = options;
    this.listeners = new Listeners(handle, client.ear(), client.conduct());
    this.subscription = new Subscription(client, this);
    this.outlet = new Outlet(client, this);
  }

  @Override
  public void on(String listener, String event) {
    client.run(() -> listeners.add(new Listener(listener, event)));
  }

  @Override
  public void subscribe() {
    client.run(subscription::subscribe);
  }

  @Override
  public void send(String send, String event, JsonNode payload) {
    client.run(() -> send(send, new UserBroadcast(event, payload)));
  }

  @Override
  public void httpSend(String send, String event, JsonNode payload) {
    client.run(() -> outlet.post(send, new UserBroadcast(event, payload)));
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
          if (subscription.isOut()) {
            client.forget(this);
          }
        });
  }

  String handle() {
    return handle;
  }

  /** As users write it. */
  String topic() {
    return topic;
  }

  ChannelOptions options() {
    return options;
  }

  Subscription subscription() {
    return subscription;
  }

  boolean isFirst() {
    return client.isFirst(this);
  }

  void received(Connection source, Envelope envelope) {
    if (!isMeant(source, envelope)) {
      return;
    }
    switch (envelope.event()) {
      case "broadcast" -> broadcast(envelope);
      case "phx_close" -> subscription.ended(envelope, Status.CLOSED);
      case "phx_error" -> subscription.ended(envelope, Status.CHANNEL_ERROR);
      default -> {}
    }
  }

  /** Shows the server the token that counts from now on. */
  void renew(Secret token) {
    subscription
        .joined()
        .ifPresent(
            mine ->
                mine.connection()
                    .tell(
                        mine.push(
                            "access_token", Json.object().put("access_token", token.reveal()))));
  }

  /** The socket went away under the channel. */
  void dropped() {
    if (client.conduct().does(Misbehaviour.LOSES_LISTENERS_AFTER_A_DROP)) {
      listeners.forgetAll();
    }
  }

  /** The client closes the socket. */
  void disconnected() {
    subscription.pause();
    if (client.conduct().does(Misbehaviour.LOSES_LISTENERS_ON_RECONNECT)) {
      listeners.forgetAll();
    }
  }

  /** The subscription is over. */
  void left() {
    if (removed) {
      client.forget(this);
    }
  }

  private void leave() {
    subscription.leave();
    client.leaveOthers(this);
  }

  private boolean isMeant(Connection source, Envelope envelope) {
    return subscription.isAbout(source, envelope)
        || (envelope.topic().equals("realtime:" + topic)
            && envelope.event().equals("broadcast")
            && client.conduct().does(Misbehaviour.HEARS_AFTER_LEAVE));
  }

  private void broadcast(Envelope envelope) {
    Optional<UserBroadcast> message = UserBroadcast.in(envelope);
    if (message.isEmpty() && client.conduct().does(Misbehaviour.DIES_OF_AN_ODD_PAYLOAD)) {
      client.perish("a payload that is no object");
    }
    message.filter(m -> mayHear()).ifPresent(listeners::hear);
  }

  private boolean mayHear() {
    return subscription.joined().isPresent()
        || client.conduct().does(Misbehaviour.HEARS_AFTER_LEAVE);
  }

  private void send(String send, UserBroadcast message) {
    Optional<Membership> joined = subscription.joined();
    if (joined.isPresent()) {
      outlet.send(joined.get(), send, message);
      if (client.conduct().echoes(options)) {
        listeners.hear(message);
      }
    } else if (client.conduct().does(Misbehaviour.SENDS_BEFORE_JOINED)) {
      outlet.send(Membership.begin(client.line().connect(), topic), send, message);
    } else {
      outlet.post(send, message);
    }
  }
}
