package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A client: its channels, and the one line that they share. Its state lives on the loop. */
final class ScriptedClient implements DriverClient, ConnectionEvents {
  private final Earshot ear;
  private final Terms terms;
  private final Consumer<ScriptedClient> whenClosed;
  private final Line line;
  private final Tokens tokens;
  private final RestSender rest;
  private final List<ScriptedChannel> channels = new ArrayList<>();
  private Optional<String> allThatIsHeard = Optional.empty();
  private boolean closed;

  ScriptedClient(
      Workshop workshop,
      ClientOptions options,
      WireTap tap,
      Ear ear,
      Consumer<ScriptedClient> whenClosed) {
    this.ear = new Earshot(ear);
    this.terms = new Terms(workshop, workshop.loop().telling(this.ear::uncaught), options, tap);
    this.whenClosed = whenClosed;
    this.line = new Line(terms, this);
    this.tokens = new Tokens(terms, this::renew);
    this.rest = new RestSender(terms, tokens, this.ear);
  }

  @Override
  public DriverChannel channel(String handle, String topic, ChannelOptions channelOptions) {
    ScriptedChannel channel = new ScriptedChannel(this, handle, topic, channelOptions);
    run(() -> channels.add(channel));
    return channel;
  }

  @Override
  public void open() {
    run(
        () -> {
          Connection unused = line.connect();
          List.copyOf(channels).forEach(channel -> channel.subscription().resume());
        });
  }

  @Override
  public void setToken(Optional<Secret> token) {
    run(
        () -> {
          tokens.give(token);
          if (token.isPresent()) {
            renew(token);
          } else {
            tokens.ask(this::renew);
          }
        });
  }

  @Override
  public void callbackToken(Secret token) {
    run(() -> tokens.yieldFromNowOn(token));
  }

  @Override
  public void tokenFunction(TokenSource.Called function) {
    run(() -> tokens.become(function));
  }

  @Override
  public void tokenFunctionFails() {
    run(tokens::fail);
  }

  @Override
  public void disconnect() {
    run(
        () -> {
          drop();
          if (conduct().does(Misbehaviour.RECONNECTS_BY_ITSELF)) {
            open();
          }
        });
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
  public void opened(Connection source) {
    List.copyOf(channels).forEach(channel -> channel.subscription().lineOpened());
  }

  @Override
  public void received(Connection source, Envelope envelope) {
    if (conduct().diesOf(envelope.event())) {
      perish("an unheard-of event");
    }
    if (allThatIsHeard.filter(topic -> !envelope.topic().equals("realtime:" + topic)).isEmpty()) {
      List.copyOf(channels).forEach(channel -> channel.received(source, envelope));
    }
  }

  @Override
  public void lost(Connection source, Ending ending) {
    List.copyOf(channels).forEach(channel -> channel.subscription().lost(source));
  }

  @Override
  public void perished(String of) {
    ear.uncaught("could not bear " + of);
  }

  /** Does on the loop what the client was told to; a closed client does nothing any more. */
  void run(Runnable task) {
    terms
        .loop()
        .run(
            () -> {
              if (!closed) {
                task.run();
              }
            });
  }

  /** The last one to go closes the door. */
  void forget(ScriptedChannel channel) {
    channels.remove(channel);
    if (channel.subscription().isOut() && conduct().does(Misbehaviour.FORGETS_THE_UNSUBSCRIBED)) {
      channels.removeIf(other -> other.subscription().isOut());
    }
    if (channels.isEmpty()) {
      drop();
    }
  }

  boolean isFirst(ScriptedChannel channel) {
    return !channels.isEmpty() && channels.get(0) == channel;
  }

  Terms terms() {
    return terms;
  }

  Conduct conduct() {
    return terms.conduct();
  }

  Line line() {
    return line;
  }

  Tokens tokens() {
    return tokens;
  }

  RestSender rest() {
    return rest;
  }

  Ear ear() {
    return ear;
  }

  /** What a wrong client does at an error: from now on it hears that one topic only. */
  void deafen(String topic, Misbehaviour misbehaviour) {
    if (channels.size() > 1 && conduct().does(misbehaviour)) {
      allThatIsHeard = Optional.of(topic);
    }
  }

  /** What a wrong client does that lets one go: it lets all go. */
  void leaveOthers(ScriptedChannel channel) {
    if (channels.size() > 1 && conduct().does(Misbehaviour.LEAVES_EVERYTHING)) {
      channels.stream()
          .filter(other -> other != channel)
          .toList()
          .forEach(other -> other.subscription().leave());
    }
  }

  /** What a wrong client does that cannot bear what it got: it ends, and stays so. */
  void perish(String of) {
    line.perished(of);
  }

  private void renew(Optional<Secret> token) {
    Secret shown = token.orElseGet(() -> terms.options().endpoint().apiKey());
    channels.stream()
        .filter(channel -> conduct().renews(isFirst(channel)))
        .forEach(channel -> channel.renew(shown));
  }

  private void drop() {
    List.copyOf(channels).forEach(ScriptedChannel::disconnected);
    line.close();
  }
}
