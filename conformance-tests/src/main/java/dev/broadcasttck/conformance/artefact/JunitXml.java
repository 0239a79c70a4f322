package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run as JUnit's XML, which every CI reads: a suite for each chapter. What is inconclusive is an
 * error, for nobody may take it for green.
 */
final class JunitXml {
  private JunitXml() {}

  static String of(Proceedings proceedings) {
    Markup root =
        counted(Markup.root("", "testsuites"), proceedings.results())
            .with("name", "Broadcast TCK: " + proceedings.subject());
    chapters(proceedings).forEach((chapter, cases) -> suite(root, proceedings, chapter, cases));
    if (proceedings.cutOff()) {
      Markup suite = root.child("testsuite").with("name", "the run").with("tests", 1);
      suite.with("failures", 0).with("errors", 1).with("skipped", 0).with("time", "0");
      suite
          .child("testcase")
          .with("name", "is played to its end")
          .with("classname", "run")
          .with("time", "0")
          .child("error")
          .with("type", "cut off")
          .with("message", proceedings.cutOffBecause().orElse("the run was stopped"));
    }
    return root.document();
  }

  private static Map<String, List<Case>> chapters(Proceedings proceedings) {
    return proceedings.results().stream()
        .collect(Collectors.groupingBy(Case::chapter, LinkedHashMap::new, Collectors.toList()));
  }

  private static void suite(
      Markup root, Proceedings proceedings, String chapter, List<Case> cases) {
    Markup suite =
        counted(root.child("testsuite"), cases)
            .with("name", chapter)
            .with("timestamp", proceedings.started().toString().replaceFirst("(\\.\\d+)?Z$", ""))
            .with("hostname", "localhost");
    Markup properties = suite.child("properties");
    property(properties, "subject", proceedings.subject());
    property(properties, "tool", "Broadcast TCK " + proceedings.tool().version());
    cases.forEach(it -> testcase(suite, proceedings, it));
  }

  private static Markup counted(Markup suite, List<Case> cases) {
    double seconds = cases.stream().mapToDouble(Case::durationMs).sum() / 1e3;
    return suite
        .with("tests", cases.size())
        .with("failures", count(cases, Verdict.FAILED))
        .with("errors", count(cases, Verdict.INCONCLUSIVE) + count(cases, Verdict.HARNESS_ERROR))
        .with("skipped", count(cases, Verdict.NOT_APPLICABLE))
        .with("time", seconds(seconds));
  }

  private static long count(List<Case> cases, Verdict verdict) {
    return cases.stream().filter(it -> it.verdict() == verdict).count();
  }

  private static void testcase(Markup suite, Proceedings proceedings, Case told) {
    Markup testcase =
        suite
            .child("testcase")
            .with("name", told.fullName())
            .with("classname", told.corpus() + "." + told.rules().get(0))
            .with("time", seconds(told.durationMs() / 1e3));
    Markup properties = testcase.child("properties");
    told.rules().forEach(rule -> property(properties, "rule", rule));
    property(properties, "level", told.level().name());
    property(properties, "chapter", told.chapter());
    property(properties, "title", told.title());
    property(properties, "scenario", told.at());
    verdict(testcase, new Account(proceedings, told));
    if (told.isDoubtful() && !told.tape().isEmpty()) {
      testcase.child("system-out").text(new Account(proceedings, told).frames());
    }
  }

  private static void verdict(Markup testcase, Account account) {
    switch (account.told().verdict()) {
      case PASSED -> {}
      case NOT_APPLICABLE -> testcase.child("skipped").with("message", account.headline());
      case FAILED -> reason(testcase, "failure", account);
      default -> reason(testcase, "error", account);
    }
  }

  private static void reason(Markup testcase, String element, Account account) {
    testcase
        .child(element)
        .with("type", account.told().verdict())
        .with("message", account.headline())
        .text(account.reasons());
  }

  private static void property(Markup properties, String name, String value) {
    properties.child("property").with("name", name).with("value", value);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
