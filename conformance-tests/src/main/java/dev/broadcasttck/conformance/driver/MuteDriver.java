package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.conformance.endpoint.Secret;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Clients that do nothing when they are told to: what they did is on a tape already. Used by one
 * thread.
 *
 * @param profile of those who did it
 * @param wishes what they were told to join
 */
public record MuteDriver(DriverProfile profile, Set<Wish> wishes) implements Driver {

  /** To join a topic so. */
  public record Wish(String topic, ChannelOptions options) {}

  public MuteDriver(DriverProfile profile) {
    this(profile, new HashSet<>());
  }

  @Override
  public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
    return new MuteClient(wishes);
  }

  @Override
  public void close() {}

  private record MuteClient(Set<Wish> wishes) implements DriverClient {
    @Override
    public DriverChannel channel(String handle, String topic, ChannelOptions options) {
      return new MuteChannel(wishes, new Wish(topic, options));
    }

    @Override
    public void open() {}

    @Override
    public void setToken(Optional<Secret> token) {}

    @Override
    public void callbackToken(Secret token) {}

    @Override
    public void tokenFunction(TokenSource.Called function) {}

    @Override
    public void tokenFunctionFails() {}

    @Override
    public void disconnect() {}

    @Override
    public void close() {}
  }

  /** No record, for channels are told apart: each is somebody's. */
  private static final class MuteChannel implements DriverChannel {
    private final Set<Wish> wishes;
    private final Wish wish;

    MuteChannel(Set<Wish> wishes, Wish wish) {
      this.wishes = wishes;
      this.wish = wish;
    }

    @Override
    public void on(String listener, String event) {}

    @Override
    public void subscribe() {
      wishes.add(wish);
    }

    @Override
    public void send(String send, String event, JsonNode payload) {}

    @Override
    public void httpSend(String send, String event, JsonNode payload) {}

    @Override
    public void unsubscribe() {}

    @Override
    public void remove() {}
  }
}
