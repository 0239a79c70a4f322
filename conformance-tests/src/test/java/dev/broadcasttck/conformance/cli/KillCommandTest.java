package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KillCommandTest {
  @Test
  void aFaultThatIsCaughtIsKilled() {
    Shell.Answer answer = Shell.EMPTY.type("kill", "--fault", "NO_SOCKET");

    assertThat(answer.out()).containsPattern("NO_SOCKET +killed").contains("1 of 1 mutants killed");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aMisbehaviourOfAClientIsAFaultToo() {
    Shell.Answer answer = Shell.EMPTY.type("kill", "--fault", "FLAT_PAYLOAD");

    assertThat(answer.out()).containsPattern("FLAT_PAYLOAD +killed .*CFRAME-1");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aFaultThatThereIsNotIsToldInASentence() {
    Shell.Answer answer = Shell.EMPTY.type("kill", "--fault", "ECHOALWAYS");

    assertThat(answer.err())
        .contains("there is no fault 'ECHOALWAYS', did you mean `ECHO_ALWAYS`?");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void oneThatIsLikeNoneIsToldWithoutAllOthers() {
    Shell.Answer answer = Shell.EMPTY.type("kill", "--fault", "SOMETHING_ELSE_ENTIRELY");

    assertThat(answer.err())
        .containsPattern(
            "there is no fault 'SOMETHING_ELSE_ENTIRELY'; of the \\d+ that are known none is like")
        .doesNotContain("ECHO_ALWAYS");
  }
}
