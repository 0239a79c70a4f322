package dev.broadcasttck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The floors of a module: each package imports only packages of floors below its own.
 *
 * @param root the module's package
 * @param floors the names of the packages below the root, the lowest first
 */
public record House(String root, List<String> floors) {

  /** Fails where the module's classes break a rule of the house. */
  public void inspect() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
    everyPackageStandsOnAFloor(classes);
    noFloorImportsAHigherOne(classes);
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    nothingSleeps(classes);
  }

  private void everyPackageStandsOnAFloor(JavaClasses classes) {
    Set<String> found =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(root + "."))
            .map(name -> name.substring(root.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).as("packages of %s", root).isEqualTo(new TreeSet<>(floors));
  }

  private void noFloorImportsAHigherOne(JavaClasses classes) {
    for (int floor = 0; floor < floors.size() - 1; floor++) {
      String[] above =
          floors.subList(floor + 1, floors.size()).stream()
              .map(name -> root + "." + name)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(root + "." + floors.get(floor))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(classes);
    }
  }

  private void nothingSleeps(JavaClasses classes) {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class, int.class)
        .orShould()
        .callMethod(TimeUnit.class, "sleep", long.class)
        .orShould()
        .callMethod(LockSupport.class, "parkNanos", long.class)
        .orShould()
        .callMethod(LockSupport.class, "parkNanos", Object.class, long.class)
        .orShould()
        .callMethod(LockSupport.class, "parkUntil", long.class)
        .orShould()
        .callMethod(LockSupport.class, "parkUntil", Object.class, long.class)
        .orShould()
        .callMethod(Thread.class, "onSpinWait")
        .orShould()
        .callMethod(Object.class, "wait", long.class)
        .orShould()
        .callMethod(Object.class, "wait", long.class, int.class)
        .because("a fixed wait proves nothing and costs time: wait for something, with a limit")
        .check(classes);
  }
}
