package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A client: its channels, and the one socket that they share. Its state lives on the loop. */
final class ScriptedClient implements DriverClient, ConnectionEvents {
  private final Workshop workshop;
  private final ClientOptions options;
  private final WireTap tap;
  private final Earshot ear;
  private final Loop loop;
  private final Consumer<ScriptedClient> whenClosed;
  private final RestSender rest;
  private final List<ScriptedChannel> channels = new ArrayList<>();
  private Optional<Connection> connection = Optional.empty();
  private boolean closed;

  ScriptedClient(
      Workshop workshop,
      ClientOptions options,
      WireTap tap,
      Ear ear,
      Consumer<ScriptedClient> whenClosed) {
    this.workshop = workshop;
    this.options = options;
    this.tap = tap;
    this.ear = new Earshot(ear);
    this.loop = workshop.loop().telling(this.ear::uncaught);
    this.whenClosed = whenClosed;
    this.rest = new RestSender(workshop, loop, options, tap, this.ear);
  }

  @Override
  public DriverChannel channel(String handle, String topic, ChannelOptions channelOptions) {
    ScriptedChannel channel = new ScriptedChannel(this, handle, topic, channelOptions);
    run(() -> channels.add(channel));
    return channel;
  }

  @Override
  public void open() {
    throw new UnsupportedOperationException("the scripted client opens no socket by itself");
  }

  @Override
  public void setToken(Optional<Secret> token) {
    throw new UnsupportedOperationException("the scripted client has no token but its key");
  }

  @Override
  public void callbackToken(Secret token) {
    throw new UnsupportedOperationException("the scripted client calls for no token");
  }

  @Override
  public void disconnect() {
    run(this::drop);
  }

  /** Nobody hears of this client any more, whatever was under way. */
  @Override
  public void close() {
    ear.leave();
    run(
        () -> {
          drop();
          rest.cut();
          closed = true;
        });
    whenClosed.accept(this);
  }

  @Override
  public void received(Connection source, Envelope envelope) {
    List.copyOf(channels).forEach(channel -> channel.received(source, envelope));
  }

  @Override
  public void lost(Connection source) {
    List.copyOf(channels).forEach(channel -> channel.lost(source));
  }

  /** Does on the loop what the client was told to; a closed client does nothing any more. */
  void run(Runnable task) {
    loop.run(
        () -> {
          if (!closed) {
            task.run();
          }
        });
  }

  /** The open connection, or a new one. */
  Connection connect() {
    Connection current =
        connection
            .filter(open -> !open.hasEnded())
            .orElseGet(() -> new Connection(workshop, loop, options, tap, this));
    connection = Optional.of(current);
    return current;
  }

  /** The last one to go closes the door. */
  void forget(ScriptedChannel channel) {
    channels.remove(channel);
    if (channels.isEmpty()) {
      drop();
    }
  }

  ClientOptions options() {
    return options;
  }

  Conduct conduct() {
    return workshop.conduct();
  }

  RestSender rest() {
    return rest;
  }

  Ear ear() {
    return ear;
  }

  private void drop() {
    List.copyOf(channels).forEach(ScriptedChannel::disconnected);
    connection.ifPresent(Connection::close);
    connection = Optional.empty();
  }
}
