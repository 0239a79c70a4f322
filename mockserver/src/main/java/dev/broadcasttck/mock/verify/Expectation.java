package dev.broadcasttck.mock.verify;

import dev.broadcasttck.mock.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What clients are expected to have sent, and how often; at least once where nothing is said. A
 * value: every method returns another one.
 */
public final class Expectation {
  private final String words;
  private final List<Predicate<Arrival>> all;
  private final Count count;

  private Expectation(String words, List<Predicate<Arrival>> all, Count count) {
    this.words = words;
    this.all = List.copyOf(all);
    this.count = count;
  }

  /** A broadcast of that event, over a socket or over REST. */
  public static Expectation broadcast(String event) {
    return push("broadcast", "broadcast `" + event + "`")
        .and("", arrival -> arrival.event().equals(event));
  }

  /** A join of a channel. */
  public static Expectation join() {
    return push("phx_join", "join");
  }

  /** A leave of a channel. */
  public static Expectation leave() {
    return push("phx_leave", "leave");
  }

  /** A heartbeat of a socket. */
  public static Expectation heartbeat() {
    return push("heartbeat", "heartbeat");
  }

  /** A renewed token for a channel. */
  public static Expectation accessToken() {
    return push("access_token", "access token");
  }

  private static Expectation push(String kind, String words) {
    return new Expectation(
        words, List.of(arrival -> arrival.kind().equals(kind)), Count.atLeast(1));
  }

  /**
   * Only on that topic.
   *
   * @param topic with or without {@code realtime:}
   */
  public Expectation on(String topic) {
    String bare = Arrival.bare(topic);
    return and(" on " + bare, arrival -> arrival.topic().equals(bare));
  }

  /**
   * Only with that payload: a broadcast's inner one, else that of the push. The order of keys does
   * not matter.
   *
   * @throws IllegalArgumentException where it is not JSON
   */
  public Expectation with(String json) {
    JsonNode payload = read(json);
    return and(" with " + json, arrival -> arrival.payload().equals(payload));
  }

  /** Only with a payload such that; {@code words} say which in a failure. */
  public Expectation where(String words, Predicate<JsonNode> payload) {
    return and(" where " + words, arrival -> payload.test(arrival.payload()));
  }

  /** Only by a request over REST. */
  public Expectation overRest() {
    return over(Way.REST);
  }

  /** Only over a socket. */
  public Expectation overSocket() {
    return over(Way.SOCKET);
  }

  private Expectation over(Way way) {
    return and(" " + way.inWords(), arrival -> arrival.way() == way);
  }

  /** Exactly so often. */
  public Expectation times(int times) {
    return new Expectation(words, all, Count.exactly(times));
  }

  /** So often or more often. */
  public Expectation atLeast(int times) {
    return new Expectation(words, all, Count.atLeast(times));
  }

  /** Not once in all that has arrived when the question is asked. */
  public Expectation never() {
    return times(0);
  }

  private Expectation and(String more, Predicate<Arrival> condition) {
    List<Predicate<Arrival>> conditions = new ArrayList<>(all);
    conditions.add(condition);
    return new Expectation(words + more, conditions, count);
  }

  boolean fits(Arrival arrival) {
    return all.stream().allMatch(condition -> condition.test(arrival));
  }

  Count count() {
    return count;
  }

  private static JsonNode read(String json) {
    try {
      return Json.read(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  @Override
  public String toString() {
    return words + " " + count;
  }
}
