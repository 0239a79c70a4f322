package dev.broadcasttck.spec.rule;

import dev.broadcasttck.spec.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One promise of the protocol.
 *
 * @param id chapter and number, such as {@code SELF-1}; never given to another rule again
 * @param aliases ids that this rule had before
 * @param chapter the title of the chapter it stands in
 * @param level how much it binds
 * @param binds whom it binds
 * @param text the promise in one sentence
 * @param sources where it comes from, never empty
 * @param since the protocol or server version that brought it, where it was not always there
 * @param capability the id in the public SDK capability matrix, where one fits
 * @param untestable why no scenario proves it, and what one would need to do so
 * @param location where it is written
 */
public record Rule(
    String id,
    List<String> aliases,
    String chapter,
    Level level,
    Set<Party> binds,
    String text,
    List<Source> sources,
    Optional<String> since,
    Optional<String> capability,
    Optional<String> untestable,
    Location location) {}
