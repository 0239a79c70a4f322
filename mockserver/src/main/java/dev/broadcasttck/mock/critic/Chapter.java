package dev.broadcasttck.mock.critic;

/**
 * How far the rules of a chapter have had their occasion.
 *
 * @param title the chapter's
 * @param rules how many there are
 * @param readable how many of them traffic alone can show to be broken
 * @param met how many of those a frame has passed for
 * @param broken how many of those were broken
 */
public record Chapter(String title, int rules, int readable, int met, int broken) {}
