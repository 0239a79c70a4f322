package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {
  private static final Map<String, CommandLine> ALL = tck().getSubcommands();

  static Collection<String> names() {
    return ALL.keySet();
  }

  private static CommandLine tck(String... arguments) {
    StringWriter nowhere = new StringWriter();
    return Tck.commandLine(Shell.EMPTY.surroundings(nowhere, nowhere), arguments);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCommandIsTypedAsItCallsItself(String name) {
    CommandLine.Command command =
        ALL.get(name)
            .getCommandSpec()
            .userObject()
            .getClass()
            .getAnnotation(CommandLine.Command.class);

    assertThat(command.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCommandThatIsMadeAloneIsTheSameAsAmongAll(String name) {
    CommandLine alone = tck(name, "--help").getSubcommands().get(name);

    assertThat(alone.getUsageMessage()).isEqualTo(ALL.get(name).getUsageMessage());
  }

  @Test
  void onlyTheCommandThatIsTypedIsMade() {
    assertThat(tck("mock", "--port", "0").getSubcommands()).containsOnlyKeys("mock");
  }

  @Test
  void allAreMadeWhereNoneIsTypedOrTheyAreAllToBeNamed() {
    Set<String> all = ALL.keySet();

    assertThat(tck("rnu").getSubcommands()).containsOnlyKeys(all);
    assertThat(tck("--debug", "run").getSubcommands()).containsOnlyKeys(all);
    assertThat(tck("generate-completion").getSubcommands()).containsOnlyKeys(all);
  }
}
