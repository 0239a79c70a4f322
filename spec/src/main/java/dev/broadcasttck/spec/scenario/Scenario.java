package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A script that proves rules by being played against an endpoint.
 *
 * @param id chapter, number and words, such as {@code SELF-1/sender-hears-nothing-by-default}
 * @param title one sentence: what holds when it passes
 * @param corpus {@code behaviour}, {@code server} or {@code client}: the folder it lies in
 * @param proves the ids of the rules it proves, never empty
 * @param variants the ways in which it is played, never empty
 * @param requires capabilities without which it does not apply, its endpoint's among them
 * @param endpoint the endpoint prepared for one purpose that it is played at, if not the main one
 * @param tags words to select it by
 * @param actors in the order of their declaration
 * @param steps in the order of the script
 * @param location where it is written
 */
public record Scenario(
    String id,
    String title,
    String corpus,
    List<String> proves,
    List<Variant> variants,
    Set<String> requires,
    Optional<String> endpoint,
    Set<String> tags,
    List<Actor> actors,
    List<Step> steps,
    Location location) {
  /** The corpus whose actors are plain sockets and HTTP callers. */
  public static final String SERVER_CORPUS = "server";

  /** The corpus whose actors are clients, and the server that they meet. */
  public static final String CLIENT_CORPUS = "client";

  /** Whether its actors are clients that meet a server which follows the script. */
  public boolean isOfClients() {
    return corpus.equals(CLIENT_CORPUS);
  }

  /** Whether its actors are plain sockets and HTTP callers, not clients. */
  public boolean isAtWireLevel() {
    return corpus.equals(SERVER_CORPUS);
  }
}
