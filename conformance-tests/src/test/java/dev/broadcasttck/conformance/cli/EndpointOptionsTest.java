package dev.broadcasttck.conformance.cli;

import static java.io.Writer.nullWriter;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EndpointOptionsTest {
  @Test
  void aTokenBesideAKeyIsTheBearerOfRequests() {
    Endpoint endpoint = endpoint("--url", "ws://host", "--apikey", "key", "--token", "jwt");

    assertThat(endpoint.apiKey().reveal()).isEqualTo("key");
    assertThat(endpoint.headers()).containsOnly(entry("Authorization", "Bearer jwt"));
  }

  @Test
  void aTokenAloneIsTheKeyAndNeedsNoHeader() {
    Endpoint endpoint = endpoint("--url", "ws://host", "--token", "jwt");

    assertThat(endpoint.apiKey().reveal()).isEqualTo("jwt");
    assertThat(endpoint.headers()).isEmpty();
  }

  private static Endpoint endpoint(String... arguments) {
    EndpointOptions options = CommandLine.populateCommand(new EndpointOptions(), arguments);
    return options.endpoint(Shell.EMPTY.surroundings(nullWriter(), nullWriter()));
  }
}
