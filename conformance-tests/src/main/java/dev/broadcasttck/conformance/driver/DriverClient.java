package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.conformance.endpoint.Secret;
import java.util.Optional;

/**
 * One client, with at most one socket. What the profile denies a client is not asked of it, and
 * would be an {@link UnsupportedOperationException}.
 */
public interface DriverClient extends AutoCloseable {
  /**
   * Makes a channel without subscribing it. Two channels of one client may have the same topic.
   *
   * @param handle the name by which the ear hears of it
   * @param topic as the library's users write it: {@code room-1}, not {@code realtime:room-1}
   */
  DriverChannel channel(String handle, String topic, ChannelOptions options);

  /** Opens the socket, as the library's own {@code connect} does. */
  void open();

  /** Gives the client another token; none asks it to go without, or to call for one. */
  void setToken(Optional<Secret> token);

  /** What the function yields from now on that the client was given for its token. */
  void callbackToken(Secret token);

  /**
   * What that function yields from now on, and after what time. Who asked before still gets what it
   * yielded then.
   */
  default void tokenFunction(TokenSource.Called function) {
    throw new UnsupportedOperationException("the token's function stays as it is");
  }

  /** From now on the function fails that the client was given for its token. */
  default void tokenFunctionFails() {
    throw new UnsupportedOperationException("the token's function never fails");
  }

  /** Closes the socket, as the library's {@code disconnect} does. */
  void disconnect();

  /** Gives back everything that the client holds. */
  @Override
  void close();
}
