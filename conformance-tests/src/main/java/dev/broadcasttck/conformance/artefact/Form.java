package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.ResultsFile;
import dev.broadcasttck.conformance.record.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The forms that a record can be given: one file, or a directory with several. */
public enum Form {
  JSON("--json"),
  HTML("--html"),
  JUNIT("--junit"),
  CTRF("--ctrf"),
  OPEN_TEST("--open-test"),
  MARKDOWN("--markdown"),
  TAP("--tap"),
  ANNOTATIONS("--annotations"),
  EARL("--earl"),
  TRACES("--traces"),
  HAR("--har"),
  BADGE("--badge");

  private final String option;

  Form(String option) {
    this.option = option;
  }

  /** The option that asks for it. */
  public String option() {
    return option;
  }

  /** Whether it takes a directory. */
  public boolean isDirectory() {
    return this == TRACES || this == HAR || this == BADGE;
  }

  /** The files by their names in the directory; a single file has the empty name. */
  public Map<String, String> texts(Proceedings proceedings) {
    return switch (this) {
      case JSON -> Map.of("", ResultsFile.text(proceedings));
      case HTML -> Map.of("", HtmlPage.of(proceedings));
      case JUNIT -> Map.of("", JunitXml.of(proceedings));
      case CTRF -> Map.of("", CtrfJson.of(proceedings));
      case OPEN_TEST -> Map.of("", OpenTestXml.of(proceedings));
      case MARKDOWN -> Map.of("", MarkdownSummary.of(proceedings));
      case TAP -> Map.of("", Tap.of(proceedings));
      case ANNOTATIONS -> Map.of("", Annotations.of(proceedings));
      case EARL -> Map.of("", Earl.of(proceedings));
      case TRACES -> each(proceedings, ".jsonl", it -> Trace.of(proceedings, it).text());
      case HAR -> each(proceedings, ".har", it -> Har.of(proceedings, it));
      case BADGE -> Badges.of(proceedings);
    };
  }

  /** A file for each case whose tape was kept. */
  private static Map<String, String> each(
      Proceedings proceedings, String ending, Function<Case, String> text) {
    Map<String, String> files = new LinkedHashMap<>();
    proceedings.results().stream()
        .filter(it -> !it.tape().isEmpty())
        .forEach(it -> files.put(fileName(it) + ending, text.apply(it)));
    return files;
  }

  private static String fileName(Case told) {
    return told.fullName().replace('/', '.').replaceAll("[^A-Za-z0-9.@+_-]+", "-");
  }
}
