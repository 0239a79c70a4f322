package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as a file for machines, format 1; its schema is {@code spec/schema/results.schema.json}.
 *
 * <p>Results are remembered as they come, so that a run that is cut off still has something to say.
 */
public final class JsonReport implements RunListener {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private final String version;
  private final Endpoint endpoint;
  private final Redaction redaction;
  private final Clock clock;
  private final Instant started;
  private final List<Result> sofar = new ArrayList<>();
  private final Map<String, JsonNode> notes = new LinkedHashMap<>();

  /**
   * @param version of this tool
   * @param endpoint what was asked; its key and headers are not written
   */
  public JsonReport(
      Path file, String version, Endpoint endpoint, Redaction redaction, Clock clock) {
    this.file = file;
    this.version = version;
    this.endpoint = endpoint;
    this.redaction = redaction;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Has something else written beside the results, such as what was selected. */
  public void note(String name, JsonNode value) {
    notes.put(name, value);
  }

  @Override
  public void began(int total) {}

  @Override
  public synchronized void finished(Result result) {
    sofar.add(result);
  }

  /** Writes the run that has come to its end. */
  public void write(Outcome outcome) {
    write(outcome, Optional.of(outcome.exitCode().code()));
  }

  /** Writes what there is of a run that was stopped before its end. */
  public synchronized void writeCutOff() {
    Duration took = Duration.between(started, clock.instant());
    write(new Outcome(List.copyOf(sofar), took), Optional.empty());
  }

  private void write(Outcome outcome, Optional<Integer> exitCode) {
    ObjectNode report = JSON.createObjectNode();
    report.put("format", 1);
    report.putObject("tool").put("name", "broadcast-tck").put("version", version);
    report.put("started", started.toString());
    report.put("durationMs", millis(outcome.took()));
    report
        .putObject("endpoint")
        .put("socket", bare(endpoint.socket()))
        .put("broadcast", bare(endpoint.broadcast()));
    report.put("cutOff", exitCode.isEmpty());
    exitCode.ifPresent(code -> report.put("exitCode", code));
    ObjectNode summary = report.putObject("summary");
    for (Verdict verdict : Verdict.values()) {
      summary.put(verdict.toString(), outcome.count(verdict));
    }
    report.set("negatives", negatives(outcome));
    outcome.remarks().stream().map(Remark::sentence).forEach(report.withArray("remarks")::add);
    notes.forEach(report::set);
    ArrayNode results = report.putArray("results");
    outcome.results().forEach(result -> results.add(result(result)));
    save(redaction.redact(JSON.writeValueAsString(report)));
  }

  private static ObjectNode result(Result result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", result.scenario().id());
    result.scenario().proves().forEach(node.putArray("rules")::add);
    node.put("level", result.level().name());
    node.put("vsn", result.variant().vsn().vsn());
    node.put("encoding", result.variant().encoding().name().toLowerCase(Locale.ROOT));
    node.put("verdict", result.verdict().toString());
    node.put("durationMs", millis(result.duration()));
    result.cause().ifPresent(cause -> node.put("cause", cause));
    result.evidence().forEach(node.putArray("evidence")::add);
    ArrayNode negatives = node.putArray("negatives");
    result.negatives().forEach(negative -> negatives.add(negative(negative)));
    ArrayNode findings = node.putArray("findings");
    result.findings().forEach(finding -> findings.add(finding(finding)));
    return node;
  }

  private static ObjectNode negatives(Outcome outcome) {
    Negatives negatives = new Negatives(outcome);
    ObjectNode node = JSON.createObjectNode();
    ObjectNode grades = node.putObject("grades");
    for (Grade grade : Grade.values()) {
      grades.put(grade.name(), negatives.count(grade));
    }
    node.put("controlsPercent", negatives.controls());
    negatives.cost(Grade.A).ifPresent(cost -> node.put("medianCostOfAMs", millis(cost)));
    node.put("drainMs", millis(outcome.drained()));
    return node;
  }

  private static ObjectNode negative(Negative negative) {
    return JSON.createObjectNode()
        .put("at", negative.where().toString())
        .put("grade", negative.grade().name())
        .put("barrier", negative.barrier().toString())
        .put("because", negative.because())
        .put("sent", negative.sent())
        .put("leaked", 0)
        .put("costMs", millis(negative.cost()))
        .put("watchedMs", millis(negative.watched()));
  }

  private static ObjectNode finding(Finding finding) {
    return JSON.createObjectNode()
        .put("at", finding.where().toString())
        .put("expected", finding.expected())
        .put("actual", finding.actual());
  }

  private void save(String text) {
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double millis(Duration duration) {
    return duration.truncatedTo(ChronoUnit.MICROS).toNanos() / 1e6;
  }

  /** Without the places where an address can hold a secret. */
  private static String bare(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
  }
}
