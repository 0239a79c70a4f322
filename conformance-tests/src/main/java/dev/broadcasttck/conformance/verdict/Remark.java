package dev.broadcasttck.conformance.verdict;

/**
 * Something to be said of a run as a whole, beside its results.
 *
 * @param exitCode what it means for the run; {@code CONFORMANT} where nothing is amiss
 * @param sentence one sentence
 */
public record Remark(ExitCode exitCode, String sentence) {}
