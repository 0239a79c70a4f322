package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.spec.protocol.Envelope;

/** What a channel's broadcasts go out by: the socket where it is joined, else REST. */
final class Outlet {
  private final ScriptedClient client;
  private final ScriptedChannel channel;
  private final Congestion congestion;

  Outlet(ScriptedClient client, ScriptedChannel channel) {
    this.client = client;
    this.channel = channel;
    this.congestion = new Congestion(client.terms().loop(), client.conduct());
  }

  void send(Membership mine, String send, UserBroadcast message) {
    Envelope push = mine.push("broadcast", message.toPayload());
    try {
      if (channel.options().ack()) {
        ask(mine, push, send);
      } else {
        tell(mine, push, send);
      }
    } catch (IllegalArgumentException e) {
      client.ear().uncaught(String.valueOf(e.getMessage()));
      settle(send, Reply.ERROR);
    }
  }

  /** Sends without the socket. */
  void post(String send, UserBroadcast message) {
    client.rest().send(send, channel.topic(), message, channel.options().isPrivate());
  }

  private void ask(Membership mine, Envelope push, String send) {
    Conduct conduct = client.conduct();
    if (conduct.does(Misbehaviour.RESOLVES_EARLY)) {
      tell(mine, push, send);
      return;
    }
    if (congestion.loses()) {
      return;
    }
    congestion.began();
    mine.connection()
        .ask(
            push,
            reply -> {
              congestion.ended();
              answered(send, reply);
            });
  }

  private void answered(String send, Reply reply) {
    if (reply == Reply.ERROR) {
      client.deafen(channel.topic(), Misbehaviour.DEAF_AFTER_ANOTHERS_ERROR);
    }
    client.conduct().told(reply).ifPresent(result -> settle(send, result));
  }

  /** Nobody waits for anything, so not for the sending either. */
  private void tell(Membership mine, Envelope push, String send) {
    Runnable sending = mine.connection().prepare(push);
    settle(send, Reply.OK);
    congestion.pass(sending);
  }

  private void settle(String send, Reply reply) {
    client.ear().settled(send, reply.toString());
  }
}
