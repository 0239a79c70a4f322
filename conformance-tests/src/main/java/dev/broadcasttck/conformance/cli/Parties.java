package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.spec.rule.Rule;
import java.util.List;
import java.util.Locale;

/** Whom a rule binds, in words. */
final class Parties {
  private Parties() {}

  static List<String> words(Rule rule) {
    return rule.binds().stream()
        .map(party -> party.name().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }
}
