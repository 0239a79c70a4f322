package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Case.Mismatch;
import dev.broadcasttck.conformance.record.Proceedings;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run in the Evaluation and Report Language of the W3C, as JSON-LD: who asserts what of whom, for
 * implementation reports.
 */
final class Earl {
  private static final String SCENARIOS = "https://broadcasttck.dev/scenarios/";
  private static final String RULES = "https://broadcasttck.dev/rules/";

  private Earl() {}

  static String of(Proceedings proceedings) {
    ObjectNode report = Json.object();
    report
        .putObject("@context")
        .put("earl", "http://www.w3.org/ns/earl#")
        .put("dct", "http://purl.org/dc/terms/")
        .put("doap", "http://usefulinc.com/ns/doap#")
        .put("xsd", "http://www.w3.org/2001/XMLSchema#");
    ArrayNode graph = report.putArray("@graph");
    graph
        .addObject()
        .put("@id", "_:tool")
        .put("@type", "earl:Software")
        .put("dct:title", "Broadcast TCK")
        .put("dct:hasVersion", proceedings.tool().version());
    ObjectNode subject = graph.addObject();
    subject.put("@id", "_:subject").put("@type", "earl:TestSubject");
    subject.put("dct:title", proceedings.subject());
    proceedings.client().ifPresent(it -> subject.put("dct:hasVersion", it.version()));
    proceedings.results().forEach(it -> graph.add(assertion(proceedings, it)));
    return Json.text(report);
  }

  private static ObjectNode assertion(Proceedings proceedings, Case told) {
    ObjectNode assertion = Json.object().put("@type", "earl:Assertion");
    assertion.putObject("earl:assertedBy").put("@id", "_:tool");
    assertion.putObject("earl:subject").put("@id", "_:subject");
    assertion.putObject("earl:mode").put("@id", "earl:automatic");
    ObjectNode test = assertion.putObject("earl:test");
    test.put("@id", SCENARIOS + told.id() + "#" + told.variant());
    test.put("@type", "earl:TestCase").put("dct:title", told.title());
    ArrayNode rules = test.putArray("dct:isPartOf");
    told.rules().forEach(rule -> rules.addObject().put("@id", RULES + rule));
    ObjectNode result = assertion.putObject("earl:result").put("@type", "earl:TestResult");
    result.putObject("earl:outcome").put("@id", outcome(told));
    result
        .putObject("dct:date")
        .put("@type", "xsd:dateTime")
        .put("@value", proceedings.ended().toString());
    if (!told.findings().isEmpty()) {
      result.put(
          "earl:info",
          told.findings().stream().map(Mismatch::toString).collect(Collectors.joining("; ")));
    }
    return assertion;
  }

  private static String outcome(Case told) {
    return switch (told.verdict()) {
      case PASSED -> "earl:passed";
      case FAILED -> "earl:failed";
      case NOT_APPLICABLE -> "earl:inapplicable";
      case HARNESS_ERROR -> "earl:untested";
      default -> "earl:cantTell";
    };
  }
}
