package dev.broadcasttck.mock.project;

import java.util.Optional;
import java.util.Set;

/**
 * What can be set for one project.
 *
 * @param policy who may read and write in private channels
 * @param privateOnly whether public channels are refused
 * @param suspended whether everything is refused
 * @param presenceForAll whether every join enables presence
 * @param tables the tables whose changes can be subscribed to, such as {@code public.todos}; any
 *     where it is empty
 */
public record ProjectSettings(
    Limits limits,
    Policy policy,
    boolean privateOnly,
    boolean suspended,
    boolean presenceForAll,
    Optional<Set<String>> tables) {

  /** Nobody is limited, nothing is switched off, rights go by the names of the topics. */
  public static final ProjectSettings DEFAULT =
      new ProjectSettings(Limits.NONE, Policy.BY_NAME, false, false, false, Optional.empty());

  /** The same with other limits. */
  public ProjectSettings withLimits(Limits value) {
    return new ProjectSettings(value, policy, privateOnly, suspended, presenceForAll, tables);
  }

  /** The same with other rights in private channels. */
  public ProjectSettings withPolicy(Policy value) {
    return new ProjectSettings(limits, value, privateOnly, suspended, presenceForAll, tables);
  }

  /** The same without public channels. */
  public ProjectSettings withPrivateChannelsOnly() {
    return new ProjectSettings(limits, policy, true, suspended, presenceForAll, tables);
  }

  /** The same, refusing everything. */
  public ProjectSettings withSuspension() {
    return new ProjectSettings(limits, policy, privateOnly, true, presenceForAll, tables);
  }

  /** The same with presence enabled by every join. */
  public ProjectSettings withPresenceForAll() {
    return new ProjectSettings(limits, policy, privateOnly, suspended, true, tables);
  }

  /** The same with these tables alone, such as {@code public.todos}. */
  public ProjectSettings withTables(Set<String> value) {
    return new ProjectSettings(
        limits, policy, privateOnly, suspended, presenceForAll, Optional.of(Set.copyOf(value)));
  }
}
