package dev.broadcasttck.mock.critic;

import java.util.List;

/**
 * That a line breaks a rule.
 *
 * @param rule its id
 * @param level how much it binds
 * @param binds whom it binds, such as {@code client}
 * @param text the rule in one sentence
 * @param expected in words
 * @param actual in words
 */
public record Remark(
    String rule, String level, List<String> binds, String text, String expected, String actual) {}
