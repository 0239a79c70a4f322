package dev.broadcasttck.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchTest {
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      Bench.commandLine(Path.of("nowhere")).setErr(new PrintWriter(err, true));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --quik                  | unknown option '--quik', did you mean '--quick'?
          --only fanout           | --only: there is no group 'fanout'; there are fanout-10, fanout-100, fanout-1000, sockets, start, suite
          --rounds 0              | --rounds: 0 is not possible; give a number from 1 to 25
          --seconds 60            | --seconds: 60 is not possible; give a number from 1 to 10
          --peer x=wss://a.b/c    | --peer x: give a URL such as ws://127.0.0.1:4000/socket/websocket?apikey=KEY; for one behind TLS there is benchmarks/gatling
          --from nowhere.json     | --from: there is no file nowhere.json
          """)
  void aMistakeIsToldInOneSentence(String words, String sentence) {
    assertThat(command.execute(words.split(" ", -1))).isEqualTo(4);
    assertThat(err.toString().strip()).isEqualTo("benchmarks/run: " + sentence);
  }

  @Test
  void quickIsOneRound() {
    var options = new Options();
    new CommandLine(options).parseArgs("--quick");
    assertThat(options.roundsWanted()).isEqualTo(1);
    assertThat(options.millisWanted()).isLessThan(1_000);
  }

  @Test
  void aPeerWithoutAKeyGetsOneThatSaysSo() {
    var options = new Options();
    new CommandLine(options).parseArgs("--peer", "real=ws://127.0.0.1:4000/socket/websocket");
    assertThat(options.addresses().get("real"))
        .hasToString("ws://127.0.0.1:4000/socket/websocket?apikey=none");
  }
}
