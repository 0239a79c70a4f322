package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.schema.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GateTest {
  private static final List<String> ECHO =
      List.of("run", "--fault", "ECHO_ALWAYS", "--corpus", "behaviour");
  private static final List<String> SOME =
      List.of("--only", "SELF-5", "--only", "SMOKE-1", "--vsn", "1.0.0");

  @TempDir Path folder;

  @Test
  void aBaselineWithATypoIsWrongConfiguration() throws IOException {
    Path baseline = folder.resolve("b.yaml");
    Files.writeString(
        baseline,
        """
        entries:
          - pattern: SELF-5
            kind: known-failling
            reason: it echoes
            owner: somebody
            expires: 2099-12-31
        """);
    Shell.Answer answer = type(ECHO, SOME, List.of("--baseline", baseline.toString()));

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err())
        .isEqualTo(
            baseline + ":3: `known-failling` is not known here, did you mean `known-failing`?\n");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void aBaselineThatIsNotThereIsWrongConfiguration() {
    Shell.Answer answer = type(ECHO, SOME, List.of("--baseline", "nowhere.yaml"));

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).startsWith("nowhere.yaml:1: the file cannot be read");
  }

  @Test
  void whatARunHasShownIsKnownToTheNextOne() {
    Path results = folder.resolve("results.json");
    Path baseline = folder.resolve("b.yaml");
    List<String> held = List.of("--baseline", baseline.toString(), "--json", results.toString());

    assertThat(type(ECHO, SOME, List.of("--json", results.toString())).exitCode()).isEqualTo(1);
    Shell.Answer update =
        Shell.EMPTY.type("baseline", "update", "--from", results.toString(), baseline.toString());
    assertThat(update.out())
        .startsWith("new: `SELF-5/ack-alone-does-not-echo`\n")
        .endsWith("b.yaml is written\n");

    Shell.Answer known = type(ECHO, SOME, held);
    assertThat(known.exitCode()).as(known.all()).isZero();
    assertThat(known.out()).contains("1 by " + baseline + ":3: known-failing: Fails since ");
    assertThat(json(results).at("/summary/known failing").asInt()).isEqualTo(1);
    assertThat(SchemaCheck.named("results.schema.json").complaints(json(results))).isEmpty();

    Shell.Answer mended = type(List.of("run", "--corpus", "behaviour"), SOME, held);
    assertThat(mended.exitCode()).isEqualTo(5);
    assertThat(mended.out())
        .contains("unexpected pass: `SELF-5/ack-alone-does-not-echo` is known to fail")
        .endsWith("conformant, but the baseline is out of date\n");
    assertThat(json(results).path("exitCode").asInt()).isEqualTo(5);
    assertThat(SchemaCheck.named("results.schema.json").complaints(json(results))).isEmpty();
  }

  @Test
  void partsMakeTheWhole() {
    List<String> core = List.of("run", "--profile", "core", "--only", "SELF", "--only", "SMOKE-1");
    Path whole = folder.resolve("whole.json");
    Path all = folder.resolve("all.json");
    Shell.Answer run = type(core, List.of("--json", whole.toString()));
    Stream.of("1", "2")
        .forEach(
            k -> type(core, List.of("--shard", k + "/2", "--json", folder.resolve(k).toString())));
    Shell.Answer merge = merge(all, "1", "2");

    assertThat(merge.exitCode()).as(merge.all()).isEqualTo(run.exitCode()).isEqualTo(2);
    assertThat(merge.out()).contains("profile core 1.0.0: not certified: ", "REST-1 not exercised");
    assertThat(SchemaCheck.named("results.schema.json").complaints(json(all))).isEmpty();
    assertThat(Shell.EMPTY.type("compare", whole.toString(), all.toString()).out())
        .isEqualTo("nothing has changed\n");
    assertThat(json(all).path("profile")).isEqualTo(json(whole).path("profile"));
    assertThat(json(all).path("summary")).isEqualTo(json(whole).path("summary"));
  }

  @Test
  void aPartThatIsMissingDoubledOrAlienIsToldInASentence() {
    List<String> run = List.of("run", "--only", "SMOKE-1", "--only", "SELF-5");
    Stream.of("1", "2")
        .forEach(
            k -> type(run, List.of("--shard", k + "/3", "--json", folder.resolve(k).toString())));
    type(List.of("run", "--only", "SMOKE-1"), List.of("--json", folder.resolve("0").toString()));
    Path out = folder.resolve("all.json");

    Shell.Answer missing = merge(out, "1", "2");
    assertThat(missing.exitCode()).isEqualTo(4);
    assertThat(missing.err()).endsWith("1:1: part 3 of 3 is missing\n").hasLineCount(1);
    assertThat(merge(out, "1", "2", "1").err()).contains("part 1 is here twice");
    assertThat(merge(out, "1", "0").err()).contains("0:1: this is no part of a run");
    assertThat(out).doesNotExist();
  }

  @Test
  void comparingTellsRegressionsAndRefusesWhatIsNoResult() throws IOException {
    Path good = folder.resolve("good.json");
    Path bad = folder.resolve("bad.json");
    type(List.of("run", "--corpus", "behaviour"), SOME, List.of("--json", good.toString()));
    type(ECHO, SOME, List.of("--json", bad.toString()));

    Shell.Answer worse = Shell.EMPTY.type("compare", good.toString(), bad.toString());
    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.out())
        .startsWith(
            "regression: SELF-5/ack-alone-does-not-echo@1.0.0\n            passed → failed\n")
        .endsWith("1 regression\n");
    Shell.Answer better = Shell.EMPTY.type("compare", bad.toString(), good.toString(), "--json");
    assertThat(better.exitCode()).isZero();
    JsonNode told = JsonMapper.shared().readTree(better.out());
    assertThat(told.at("/fixes/0/playing").asString())
        .isEqualTo("SELF-5/ack-alone-does-not-echo@1.0.0");
    assertThat(SchemaCheck.named("comparison.schema.json").complaints(told)).isEmpty();

    Files.writeString(folder.resolve("half.json"), Files.readString(good).substring(0, 200));
    Shell.Answer refused =
        Shell.EMPTY.type("compare", folder.resolve("half.json").toString(), "nowhere.json");
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err())
        .contains("not readable as JSON; is the file whole?")
        .contains("nowhere.json:1: the file cannot be read: it is not there")
        .hasLineCount(2);
  }

  @Test
  void aProfileIsCertifiedOnTheMockAndNotOnOneThatBreaksARule() {
    List<String> options = List.of("--profile", "core", "--corpus", "behaviour", "--vsn", "1.0.0");

    Shell.Answer certified = type(List.of("run"), options);
    assertThat(certified.exitCode()).as(certified.all()).isZero();
    assertThat(certified.out()).contains("\nprofile core 1.0.0: certified\n");
    Shell.Answer broken = type(List.of("run", "--fault", "ECHO_ALWAYS"), options);
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out()).contains("\nprofile core 1.0.0: not certified: SELF-1 broken");
  }

  @Test
  void aProfileOrAPartThatCannotBeIsWrongUsage() {
    assertThat(Shell.EMPTY.type("run", "--profile", "cor").err())
        .contains("there is no profile 'cor', did you mean `core`?");
    assertThat(Shell.EMPTY.type("run", "--profile", "client").err())
        .contains("'client' is about the client; it is played with './tck client'");
    assertThat(Shell.EMPTY.type("run", "--shard", "4/3").err()).contains("no part 4 of 3");
    assertThat(Shell.EMPTY.type("run", "--shard", "half").exitCode()).isEqualTo(4);
    assertThat(Shell.EMPTY.type("run", "--only", "SELF-1/x*", "--shard", "1/2").exitCode())
        .isEqualTo(4);
  }

  private Shell.Answer merge(Path out, String... parts) {
    List<String> files = Stream.of(parts).map(it -> folder.resolve(it).toString()).toList();
    return type(List.of("merge"), files, List.of("--out", out.toString()));
  }

  private static Shell.Answer type(List<String> command, List<String> options) {
    return type(command, options, List.of());
  }

  private static Shell.Answer type(List<String> command, List<String> options, List<String> more) {
    return Shell.EMPTY.type(Stream.of(command, options, more).flatMap(List::stream).toList());
  }

  private static JsonNode json(Path file) {
    return JsonMapper.shared().readTree(file);
  }
}
