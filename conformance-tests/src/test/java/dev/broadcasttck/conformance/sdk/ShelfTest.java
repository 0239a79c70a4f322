package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.spec.source.InvalidSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  private static final Path ADAPTERS = Path.of("..", "adapters").toAbsolutePath().normalize();

  @TempDir Path directory;

  private final List<String> news = new ArrayList<>();

  @BeforeEach
  void anAdapter() throws IOException {
    Files.createDirectories(directory.resolve("adapters/small"));
    Files.copy(
        ADAPTERS.resolve(Manifest.SCHEMA), directory.resolve("adapters").resolve(Manifest.SCHEMA));
    manifest("[sh, -c, \"echo {version} {flavour} >> installed.txt\"]");
  }

  private void manifest(String install) throws IOException {
    Files.writeString(
        directory.resolve("adapters/small/adapter.yaml"),
        """
        name: small
        run: [sh, "{dir}/run.sh", "{install}", "{version}"]
        needs: [sh]
        install:
          - %s
        default: 1.2.3
        variables: { flavour: plain }
        versions:
          0.9.0: { flavour: old }
        """
            .formatted(install));
  }

  private Shelf shelf() {
    return new Shelf(directory.resolve("adapters"));
  }

  private AdapterCommand install(String typed) {
    return new Cache(directory.resolve("cache")).install(shelf().release(typed), news::add);
  }

  @Test
  void everyAdapterOfTheSuiteHasAManifestThatIsRight() {
    Shelf suite = new Shelf(ADAPTERS);

    assertThat(suite.names()).isNotEmpty();
    assertThat(suite.names())
        .allSatisfy(name -> assertThat(suite.release(name).manifest().name()).isEqualTo(name));
  }

  @Test
  void aReleaseIsInstalledOnce() throws IOException {
    Path installation = directory.resolve("cache/small/0.9.0");

    install("small@0.9.0");
    AdapterCommand command = install("small@0.9.0");

    assertThat(Files.readAllLines(installation.resolve("installed.txt")))
        .containsExactly("0.9.0 old");
    assertThat(news).containsExactly("installing small@0.9.0…");
    assertThat(command.directory()).isEqualTo(installation);
    assertThat(command.words())
        .containsExactly(
            "sh",
            directory.resolve("adapters/small") + "/run.sh",
            installation.toString(),
            "0.9.0");
  }

  @Test
  void withoutAVersionTheUsualOneIsMeantAndAChangedManifestInstallsAgain() throws IOException {
    install("small");
    manifest("[sh, -c, \"echo again {version} >> installed.txt\"]");
    install("small");

    assertThat(Files.readAllLines(directory.resolve("cache/small/1.2.3/installed.txt")))
        .containsExactly("again 1.2.3");
  }

  @Test
  void whatCannotBeInstalledIsToldWithTheCommandAndItsLog() throws IOException {
    manifest("[sh, -c, \"echo no such release; exit 3\"]");

    assertThatExceptionOfType(SdkUnavailable.class)
        .isThrownBy(() -> install("small@7.7.7"))
        .withMessageStartingWith("small@7.7.7 could not be installed: `sh -c echo no such")
        .withMessageEndingWith("7.7.7.log");
    assertThat(directory.resolve("cache/small/7.7.7.log")).content().contains("no such release");
  }

  @Test
  void aMissingToolIsNamed() throws IOException {
    Path file = directory.resolve("adapters/small/adapter.yaml");
    Files.writeString(file, Files.readString(file).replace("needs: [sh]", "needs: [no-such-tool]"));

    assertThatExceptionOfType(SdkUnavailable.class)
        .isThrownBy(() -> install("small"))
        .withMessage("small@1.2.3 needs `no-such-tool`, which is not on the PATH");
  }

  @Test
  void anUnknownNameIsToldWithTheNearest() {
    assertThatExceptionOfType(SdkUnavailable.class)
        .isThrownBy(() -> shelf().release("smal@1"))
        .withMessageContaining("there is no adapter for 'smal'")
        .withMessageContaining("small");
    assertThatExceptionOfType(SdkUnavailable.class)
        .isThrownBy(() -> shelf().release("small@../../etc"))
        .withMessage("'../../etc' is no version of small");
  }

  @Test
  void aManifestThatIsWrongIsToldByLine() throws IOException {
    Path file = directory.resolve("adapters/small/adapter.yaml");
    Files.writeString(file, Files.readString(file).replace("needs:", "neds:"));

    assertThatExceptionOfType(InvalidSource.class)
        .isThrownBy(() -> shelf().release("small"))
        .withMessageContaining("neds");
  }
}
