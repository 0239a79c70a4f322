package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.util.Optional;

/**
 * A client, and the relay that it was made for.
 *
 * @param client of somebody else's driver
 * @param detours closed with it
 */
record RelayedClient(DriverClient client, Detours detours) implements DriverClient {
  @Override
  public DriverChannel channel(String handle, String topic, ChannelOptions options) {
    return client.channel(handle, topic, options);
  }

  @Override
  public void open() {
    client.open();
  }

  @Override
  public void setToken(Optional<Secret> token) {
    client.setToken(token);
  }

  @Override
  public void callbackToken(Secret token) {
    client.callbackToken(token);
  }

  @Override
  public void tokenFunction(TokenSource.Called function) {
    client.tokenFunction(function);
  }

  @Override
  public void tokenFunctionFails() {
    client.tokenFunctionFails();
  }

  @Override
  public void disconnect() {
    client.disconnect();
  }

  @Override
  public void close() {
    client.close();
    detours.close();
  }
}
