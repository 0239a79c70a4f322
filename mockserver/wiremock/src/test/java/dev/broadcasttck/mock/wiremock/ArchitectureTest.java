package dev.broadcasttck.mock.wiremock;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void itIsANeighbourAndKnowsNothingElseOfTheMock() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.broadcasttck.mock.wiremock");

    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "com.github.tomakehurst.wiremock..",
            "dev.broadcasttck.mock.wiremock",
            "dev.broadcasttck.mock.neighbour",
            "dev.broadcasttck.mock.message",
            "dev.broadcasttck.mock.http")
        .check(classes);
  }
}
