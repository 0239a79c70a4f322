package dev.broadcasttck.conformance.record;

import dev.broadcasttck.spec.rule.Level;
import java.util.List;

/**
 * A rule as it stood when the run was held.
 *
 * @param chapter the title of the chapter that it stands in
 * @param binds {@code server}, {@code client} or both
 * @param text the promise in one sentence
 * @param sources where it comes from
 */
public record Law(
    String id,
    Level level,
    String chapter,
    List<String> binds,
    String text,
    List<String> sources) {}
