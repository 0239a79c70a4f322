package dev.broadcasttck.spec.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.generated.GeneratedFile;
import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {
  private static final Path FROZEN = Path.of("profiles", "frozen.txt");
  private static final RuleBook RULES = Corpora.bundledRules();

  @Test
  void theyHaveTheShapeOfTheSchema() {
    Problems problems = new Problems();
    SchemaCheck schema = SchemaCheck.named("profile.schema.json");

    Bundle.files("profiles").forEach(file -> file.documents(schema::accepts, problems));
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void thoseThatUsersAreToldOfAreThere() {
    assertThat(Profiles.bundled())
        .extracting(Profile::name)
        .containsExactly("client", "core", "private", "server-v2", "server");
  }

  @ParameterizedTest
  @MethodSource("dev.broadcasttck.spec.corpus.Profiles#bundled")
  void eachHoldsBindingRulesThatCanBeShownOfItsSubject(Profile profile) {
    assertThat(profile.rules())
        .doesNotHaveDuplicates()
        .allSatisfy(
            id -> {
              Optional<Rule> rule = RULES.rule(id);
              assertThat(rule).as(id).isPresent();
              assertThat(rule.get().level()).as(id).isIn(Level.MUST, Level.SHOULD);
              assertThat(rule.get().untestable()).as(id).isEmpty();
              assertThat(rule.get().binds()).as(id).containsAnyElementsOf(profile.judges());
            });
  }

  /** A line is the profile, its version, and the digest of its rules and its grade. */
  @Test
  void whatAVersionHoldsDoesNotChange() throws IOException {
    Map<String, String> frozen = new LinkedHashMap<>();
    Files.readAllLines(FROZEN).forEach(line -> frozen.put(line.replaceFirst(" \\S+$", ""), line));
    for (Profile profile : Profiles.bundled()) {
      String line = profile + " " + digest(profile);
      assertThat(frozen.computeIfAbsent(profile.toString(), it -> line))
          .as("what %s holds has changed: give it a new version", profile)
          .isEqualTo(line);
    }
    String lines = frozen.values().stream().map(line -> line + "\n").collect(Collectors.joining());
    new GeneratedFile(FROZEN, lines).inspect();
  }

  private static String digest(Profile profile) {
    String held = profile.minimumGrade() + " " + String.join(" ", profile.rules());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(held.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
