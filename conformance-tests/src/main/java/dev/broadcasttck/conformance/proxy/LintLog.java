package dev.broadcasttck.conformance.proxy;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.lint.Finding;
import dev.broadcasttck.conformance.lint.Lint;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Transcript;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Says what clients and server do wrong as it passes, and how often they did in the end. */
public final class LintLog implements FaultProxy.Reader {
  private final Lint lint = Lint.start();
  private final RuleBook rules;
  private final Consumer<String> out;
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param out gets a line at a time
   */
  public LintLog(RuleBook rules, Consumer<String> out) {
    this.rules = rules;
    this.out = out;
  }

  @Override
  public void read(Entry entry, Set<Secret> secrets) {
    Redaction redaction = new Redaction(secrets);
    lint.read(entry).forEach(violation -> tell(Finding.of(violation, rules), redaction));
  }

  private synchronized void tell(Finding found, Redaction redaction) {
    counts.merge(found.id(), 1, Integer::sum);
    Line line = new Transcript(redaction).of(List.of(found.violation().where())).get(0);
    out.accept("%s  %s  %s".formatted(found.id(), line.on(), sentence(found)));
    out.accept("  expected  " + redaction.redact(found.expected()));
    out.accept("  actual    " + redaction.redact(found.actual()));
    out.accept("  %-8s  %s".formatted(line.way(), line.text()));
  }

  private static String sentence(Finding found) {
    String who = found.whom().size() == 1 ? found.whom().get(0) + ": " : "";
    return who + found.rule().text();
  }

  /** How often each rule was broken, by their ids. */
  public synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }
}
