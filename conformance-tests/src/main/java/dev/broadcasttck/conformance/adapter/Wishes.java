package dev.broadcasttck.conformance.adapter;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Setting;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client is to be like, in the words of the adapter's protocol.
 *
 * @param profile of the library that makes it
 */
record Wishes(ClientOptions options, DriverProfile profile) {
  /** The parameters of {@code connect}. */
  ObjectNode connecting() {
    ObjectNode parameters =
        Json.object()
            .put("url", ProjectUrl.of(options.endpoint()).toString())
            .put("key", options.endpoint().apiKey().reveal());
    parameters.set("options", settings());
    if (!options.endpoint().headers().isEmpty()) {
      ObjectNode headers = parameters.putObject("headers");
      options.endpoint().headers().forEach(headers::put);
    }
    options.token().ifPresent(source -> parameters.set("token", token(source)));
    return parameters;
  }

  /** The {@code config} of a channel. */
  static ObjectNode config(ChannelOptions channel) {
    ObjectNode config = Json.object();
    config.set("broadcast", Json.object().put("self", channel.self()).put("ack", channel.ack()));
    if (channel.isPrivate()) {
      config.put("private", true);
    }
    return config;
  }

  /** What the library lets us set; everything else it does as it does. */
  private ObjectNode settings() {
    ObjectNode settings = Json.object();
    Timers timers = options.timers();
    put(settings, Setting.TIMEOUT, timers.timeout());
    put(settings, Setting.HEARTBEAT, timers.heartbeat());
    put(settings, Setting.RECONNECT, timers.reconnect());
    options
        .eventsPerSecond()
        .filter(limit -> profile.settable().contains(Setting.EVENTS_PER_SECOND))
        .ifPresent(limit -> settings.put(Setting.EVENTS_PER_SECOND.member(), limit));
    if (profile.settable().contains(Setting.VSN) && options.vsn() != profile.vsn()) {
      settings.put(Setting.VSN.member(), options.vsn().vsn());
    }
    if (profile.settable().contains(Setting.TRANSPORT) && options.isGivenTransport()) {
      settings.put(Setting.TRANSPORT.member(), true);
    }
    return settings;
  }

  private void put(ObjectNode settings, Setting setting, Optional<Duration> time) {
    time.filter(value -> profile.settable().contains(setting))
        .ifPresent(value -> settings.put(setting.member(), value.toMillis()));
  }

  /** A function that yields no token yields null. */
  static @Nullable String orNull(Secret token) {
    return token.reveal().isEmpty() ? null : token.reveal();
  }

  private static ObjectNode token(TokenSource source) {
    return source instanceof TokenSource.Called called
        ? called(called, "callback")
        : Json.object().put("value", ((TokenSource.Given) source).token().reveal());
  }

  /**
   * A function of the user's.
   *
   * @param member what the token that it yields is called there
   */
  static ObjectNode called(TokenSource.Called function, String member) {
    return Json.object()
        .put(member, orNull(function.token()))
        .put("delayMs", function.delay().map(Duration::toMillis).orElse(-1L));
  }
}
