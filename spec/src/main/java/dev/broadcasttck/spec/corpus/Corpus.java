package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.scenario.Scenario;
import java.util.List;

/**
 * The rules, and the scenarios that prove them.
 *
 * @param rules the whole rule book
 * @param scenarios in the order of the files' names, and within a file in the order written
 */
public record Corpus(RuleBook rules, List<Scenario> scenarios) {}
