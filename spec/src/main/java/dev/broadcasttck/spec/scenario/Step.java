package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.source.Location;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A line of a script: who does or expects what.
 *
 * @param actor the name of the actor, as the scenario declares it
 * @param verb a word of the scenario language, such as {@code broadcast}
 * @param arguments what the verb takes, as written
 * @param label the name by which later steps refer to what this step did
 * @param control whether this step shows that the scenario can see what it forbids; if such a step
 *     does not hold, nothing is proven
 * @param location where it is written
 */
public record Step(
    String actor,
    String verb,
    JsonNode arguments,
    Optional<String> label,
    boolean control,
    Location location) {}
