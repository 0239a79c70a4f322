package dev.broadcasttck.conformance.adapter;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.DriverProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * One life of an adapter's process, with the clients that it hosts. What the process says of nobody
 * in particular, it says of all of them.
 */
final class AdapterSession implements Audience, AutoCloseable {
  private final Map<String, AdapterClient> clients = new ConcurrentHashMap<>();
  private final AdapterProcess process;
  private final DriverProfile profile;

  private AdapterSession(AdapterCommand command) {
    this.process = AdapterProcess.start(command, this);
    this.profile = introduce(command);
  }

  /**
   * Starts the process, and lets it introduce itself.
   *
   * @throws AdapterBroken if it does not
   */
  static AdapterSession start(AdapterCommand command) {
    return new AdapterSession(command);
  }

  DriverProfile profile() {
    return profile;
  }

  AdapterProcess process() {
    return process;
  }

  void add(AdapterClient client) {
    clients.put(client.handle(), client);
    process.ending().ifPresent(client::stranded);
  }

  void remove(AdapterClient client) {
    clients.remove(client.handle());
  }

  @Override
  public void told(String notification, JsonNode parameters) {
    if (notification.equals("uncaught")) {
      String text = parameters.path("text").asString("an error without a text");
      all().forEach(client -> client.uncaught(text));
      return;
    }
    Optional.ofNullable(clients.get(parameters.path("client").asString("")))
        .ifPresent(client -> client.told(notification, parameters));
  }

  @Override
  public void garbled(String line, String why) {
    all().forEach(client -> client.uncaught("the adapter wrote a line, and " + why + ": " + line));
  }

  @Override
  public void printed(String line) {
    all().forEach(client -> client.printed(line));
  }

  @Override
  public void ended(String how) {
    all().forEach(client -> client.stranded(how));
  }

  @Override
  public void close() {
    process.close();
  }

  private List<AdapterClient> all() {
    return List.copyOf(clients.values());
  }

  private DriverProfile introduce(AdapterCommand command) {
    Answer answer =
        process.ask("initialize", Json.object().put("protocol", 1), AdapterProcess.START).join();
    try {
      if (answer instanceof Answer.Result result) {
        return new Introduction(result.value()).profile();
      }
      throw new AdapterBroken("it does not introduce itself: " + why(answer));
    } catch (AdapterBroken e) {
      process.kill();
      throw new AdapterBroken(
          "the adapter `%s` is at fault: %s".formatted(command, e.getMessage()));
    }
  }

  private static String why(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      return "it refuses 'initialize' with %d, %s".formatted(refused.code(), refused.message());
    }
    return answer instanceof Answer.Missing missing ? missing.why() : "";
  }
}
