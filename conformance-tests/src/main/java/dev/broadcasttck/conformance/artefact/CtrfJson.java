package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A run in the Common Test Report Format. What is neither green nor red is {@code other} there. */
final class CtrfJson {
  private static final String VERSION = "0.0.0";
  private static final List<String> STATUSES =
      List.of("passed", "failed", "skipped", "pending", "other");

  private CtrfJson() {}

  static String of(Proceedings proceedings) {
    ObjectNode report = Json.object();
    report.put("reportFormat", "CTRF").put("specVersion", VERSION);
    report.put("timestamp", proceedings.ended().toString());
    report.put("generatedBy", "Broadcast TCK " + proceedings.tool().version());
    ObjectNode results = report.putObject("results");
    results
        .putObject("tool")
        .put("name", proceedings.tool().name())
        .put("version", proceedings.tool().version());
    results.set("summary", summary(proceedings));
    ArrayNode tests = results.putArray("tests");
    proceedings.results().forEach(it -> tests.add(test(proceedings, it)));
    ObjectNode environment = results.putObject("environment");
    environment.put("testEnvironment", proceedings.subject());
    return Json.text(report);
  }

  private static ObjectNode summary(Proceedings proceedings) {
    ObjectNode summary = Json.object().put("tests", proceedings.results().size());
    for (String status : STATUSES) {
      summary.put(
          status, proceedings.results().stream().filter(it -> status(it).equals(status)).count());
    }
    summary.put("start", proceedings.started().toEpochMilli());
    summary.put("stop", proceedings.ended().toEpochMilli());
    ObjectNode extra = summary.putObject("extra");
    extra.put("cutOff", proceedings.cutOff());
    proceedings.cutOffBecause().ifPresent(why -> extra.put("cutOffBecause", why));
    proceedings.exitCode().ifPresent(code -> extra.put("exitCode", code));
    return summary;
  }

  private static String status(Case told) {
    return switch (told.verdict()) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case NOT_APPLICABLE -> "skipped";
      default -> "other";
    };
  }

  private static ObjectNode test(Proceedings proceedings, Case told) {
    Account account = new Account(proceedings, told);
    ObjectNode test = Json.object();
    test.put("name", told.fullName()).put("status", status(told));
    test.put("duration", Math.round(told.durationMs()));
    test.put("rawStatus", told.verdict().toString());
    test.put("filePath", account.file()).put("line", account.line());
    test.putArray("suite").add(told.corpus()).add(told.chapter());
    ArrayNode tags = test.putArray("tags").add(told.level().name());
    told.rules().forEach(tags::add);
    if (told.verdict() != Verdict.PASSED) {
      test.put("message", account.headline());
    }
    if (told.isDoubtful()) {
      test.put("trace", account.reasons() + "\n" + account.frames());
    }
    ObjectNode labels = test.putObject("labels").put("level", told.level().name());
    told.rules().forEach(labels.putArray("rules")::add);
    test.putObject("extra").put("again", told.again()).put("title", told.title());
    return test;
  }
}
