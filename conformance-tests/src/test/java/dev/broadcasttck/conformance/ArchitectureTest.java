package dev.broadcasttck.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.broadcasttck.architecture.House;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.broadcasttck.conformance";

  @Test
  void packagesImportOnlyTheFloorsBelow() {
    new House(
            ROOT,
            List.of(
                "tape",
                "endpoint",
                "codec",
                "driver",
                "verdict",
                "wire",
                "scripted",
                "probe",
                "match",
                "stage",
                "barrier",
                "verb",
                "run",
                "report",
                "venue",
                "junit",
                "cli"))
        .inspect();
  }

  /** Whoever judges must not be able to tell the mock from any other server. */
  @Test
  void onlyTheVenueAndTheCommandLineKnowTheMock() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".venue", ROOT + ".cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.broadcasttck.mock..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT));
  }
}
