package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An actor on the stage: a client, and the channels it has made. */
public final class Role {
  private final String name;
  private final DriverClient client;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  Role(String name, DriverClient client) {
    this.name = name;
    this.client = client;
  }

  public String name() {
    return name;
  }

  public DriverClient client() {
    return client;
  }

  /** Makes a channel; a new one of an old handle takes its place. */
  public Part addPart(String handle, String topic, ChannelOptions options) {
    DriverChannel channel = client.channel(handle, topic, options);
    Part part =
        new Part(
            name,
            handle,
            topic,
            options,
            channel,
            new LinkedHashMap<>(),
            new AtomicBoolean(),
            new AtomicInteger());
    parts.put(handle, part);
    return part;
  }

  /**
   * The channel of that handle, or where none is named the actor's only one.
   *
   * @throws ScriptError if there is no such channel, or none can be meant
   */
  public Part part(Optional<String> handle) {
    if (handle.isPresent()) {
      return Optional.ofNullable(parts.get(handle.get()))
          .orElseThrow(
              () -> new ScriptError(name + " has no channel called " + handle.orElseThrow()));
    }
    if (parts.size() != 1) {
      throw new ScriptError(
          "%s has %d channels: say which one is meant with 'on'".formatted(name, parts.size()));
    }
    return parts.values().iterator().next();
  }

  /**
   * The channel that a broadcast would arrive at: the sender itself, else one of the same topic,
   * else the only one.
   */
  public Part partFor(Sent sent) {
    if (sent.actor().equals(name)) {
      return sent.part();
    }
    return parts()
        .filter(part -> part.topic().equals(sent.part().topic()))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> part(Optional.empty()));
  }

  /** Its channels, in the order of their making. */
  public Stream<Part> parts() {
    return parts.values().stream();
  }
}
