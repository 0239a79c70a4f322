package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.scenario.Scenario;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Which scenarios a request means, as a tree of corpora, scenarios and variants. */
final class Discovery {
  private final List<String> resources;
  private final List<UniqueId> ids;

  Discovery(EngineDiscoveryRequest request) {
    this.resources =
        request.getSelectorsByType(ClasspathResourceSelector.class).stream()
            .map(ClasspathResourceSelector::getClasspathResourceName)
            .toList();
    this.ids =
        request.getSelectorsByType(UniqueIdSelector.class).stream()
            .map(UniqueIdSelector::getUniqueId)
            .toList();
  }

  /** Reads the corpus only where it is meant: every class of a test run asks every engine. */
  TestDescriptor below(UniqueId engine) {
    EngineDescriptor root = new EngineDescriptor(engine, "Broadcast TCK");
    boolean mine =
        ids.stream().anyMatch(id -> id.hasPrefix(engine))
            || resources.stream().anyMatch(name -> name.startsWith("tck/scenarios"));
    if (mine) {
      Corpus corpus = Corpora.bundled();
      Playing.all(corpus).forEach(playing -> add(playing, corpus.rules(), root));
    }
    return root;
  }

  private void add(Playing playing, RuleBook rules, TestDescriptor root) {
    Scenario scenario = playing.scenario();
    TestDescriptor corpus = new CorpusDescriptor(root.getUniqueId(), scenario.corpus());
    TestDescriptor container = new ScenarioDescriptor(corpus.getUniqueId(), scenario);
    TestDescriptor test =
        new VariantDescriptor(container.getUniqueId(), playing, tags(scenario, rules));
    if (isMeant(scenario, test.getUniqueId())) {
      child(child(root, corpus), container).addChild(test);
    }
  }

  private boolean isMeant(Scenario scenario, UniqueId test) {
    String resource = Whereabouts.resource(scenario.location().file());
    return ids.stream().anyMatch(test::hasPrefix)
        || resources.stream().anyMatch(n -> resource.equals(n) || resource.startsWith(n + "/"));
  }

  /** The parent's child of that id, which becomes so if there was none. */
  private static TestDescriptor child(TestDescriptor parent, TestDescriptor wanted) {
    return parent.getChildren().stream()
        .filter(child -> child.getUniqueId().equals(wanted.getUniqueId()))
        .findFirst()
        .<TestDescriptor>map(child -> child)
        .orElseGet(
            () -> {
              parent.addChild(wanted);
              return wanted;
            });
  }

  private static Set<TestTag> tags(Scenario scenario, RuleBook rules) {
    List<Rule> proven = scenario.proves().stream().flatMap(id -> rules.rule(id).stream()).toList();
    return Stream.of(
            Stream.of(scenario.corpus()),
            scenario.tags().stream(),
            scenario.proves().stream(),
            proven.stream().map(Rule::chapter),
            proven.stream().map(rule -> rule.level().name()))
        .flatMap(words -> words)
        .map(Discovery::tag)
        .collect(Collectors.toSet());
  }

  /** Tags hold no white space. */
  private static TestTag tag(String words) {
    return TestTag.create(words.strip().replaceAll("\\s+", "-"));
  }
}
