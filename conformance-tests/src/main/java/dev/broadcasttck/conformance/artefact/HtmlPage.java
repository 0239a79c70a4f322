package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Law;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as one page that needs nothing else: what its template asks for.
 *
 * @param proceedings that it shows
 */
public record HtmlPage(Proceedings proceedings) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static String of(Proceedings proceedings) {
    StringOutput text = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("page.jte", new HtmlPage(proceedings), text);
    return text.toString();
  }

  public String style() {
    return resource("page.css");
  }

  public String script() {
    return resource("page.js");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream("/tck/page/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Tally tally() {
    return new Tally(proceedings.results());
  }

  public Tally.Judgement judgement() {
    return Tally.judgement(proceedings);
  }

  public String when() {
    return MINUTE.format(proceedings.started());
  }

  public String took() {
    return String.format(Locale.ROOT, "%.1f s", proceedings.durationMs() / 1e3);
  }

  /** Those that somebody got. */
  public List<Verdict> verdicts() {
    return Arrays.stream(Verdict.values()).filter(it -> tally().of(it) > 0).toList();
  }

  public List<Level> levels() {
    return proceedings.results().stream().map(Case::level).distinct().sorted().toList();
  }

  public List<String> chapters() {
    return proceedings.results().stream().map(Case::chapter).distinct().toList();
  }

  /** What is not green, then the rest. */
  public List<Case> cases() {
    return Stream.concat(
            proceedings.doubtful().stream(),
            proceedings.results().stream().filter(it -> !it.isDoubtful()))
        .toList();
  }

  public List<Law> laws(Case told) {
    return told.rules().stream().flatMap(id -> proceedings.rule(id).stream()).toList();
  }

  public SequenceDiagram diagram(Case told) {
    return SequenceDiagram.of(told);
  }

  public boolean isCulprit(Line line, Case told) {
    return SequenceDiagram.isCulprit(line, told);
  }

  /** The words that the search looks through. */
  public String words(Case told) {
    String laws = laws(told).stream().map(Law::text).collect(Collectors.joining(" "));
    return String.join(" ", told.fullName(), told.title(), laws, told.why(), told.likely())
        .toLowerCase(Locale.ROOT);
  }

  /** How a verdict is coloured. */
  public String tone(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "good";
      case FAILED, HARNESS_ERROR -> "bad";
      case NOT_APPLICABLE -> "quiet";
      default -> "doubtful";
    };
  }

  public boolean hasMatrix() {
    return proceedings.results().stream().anyMatch(it -> it.client().isPresent());
  }

  public List<String> clients() {
    return proceedings.results().stream().flatMap(it -> it.client().stream()).distinct().toList();
  }

  public List<String> targets() {
    return proceedings.results().stream().flatMap(it -> it.target().stream()).distinct().toList();
  }

  public Tally pair(String client, String target) {
    return new Tally(
        proceedings.results().stream()
            .filter(
                it ->
                    it.client().equals(Optional.of(client))
                        && it.target().equals(Optional.of(target)))
            .toList());
  }
}
