package dev.broadcasttck.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.broadcasttck.architecture.House;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesImportOnlyTheFloorsBelow() {
    new House(
            "dev.broadcasttck.conformance",
            List.of(
                "tape",
                "endpoint",
                "codec",
                "driver",
                "verdict",
                "wire",
                "plain",
                "relay",
                "history",
                "lint",
                "scripted",
                "served",
                "adapter",
                "sdk",
                "probe",
                "target",
                "survey",
                "match",
                "proof",
                "stage",
                "checkup",
                "barrier",
                "exchange",
                "verb",
                "rehearsal",
                "run",
                "verify",
                "report",
                "record",
                "artefact",
                "replay",
                "baseline",
                "certify",
                "bundle",
                "shard",
                "comparison",
                "divergence",
                "venue",
                "kill",
                "proxy",
                "junit",
                "cli"))
        .inspect();
  }

  @Test
  void onlyTheFrontDoorsKnowTheMock() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.broadcasttck.conformance..")
        .and()
        .resideOutsideOfPackages(
            "dev.broadcasttck.conformance.rehearsal",
            "dev.broadcasttck.conformance.venue",
            "dev.broadcasttck.conformance.kill",
            "dev.broadcasttck.conformance.proxy",
            "dev.broadcasttck.conformance.cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.broadcasttck.mock..")
        .because("scenarios and judge must not learn that the subject is the mock")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.broadcasttck.conformance"));
  }
}
