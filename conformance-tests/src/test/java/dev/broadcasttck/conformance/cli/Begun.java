package dev.broadcasttck.conformance.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A command that goes on until Ctrl-C.
 *
 * @param out all that it has said so far
 */
record Begun(Thread thread, StringWriter out, CompletableFuture<Integer> exitCode)
    implements AutoCloseable {

  /** Begins it, and waits for what shows that it is at work. */
  static Begun type(Shell shell, List<String> arguments, String sign) {
    StringWriter out = new StringWriter();
    CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    String[] typed = arguments.toArray(String[]::new);
    Thread thread =
        new Thread(
            () ->
                exitCode.complete(
                    Tck.commandLine(shell.surroundings(out, out), typed).execute(typed)));
    thread.start();
    Begun begun = new Begun(thread, out, exitCode);
    await().atMost(30, SECONDS).until(() -> begun.said().contains(sign) || exitCode.isDone());
    assertThat(begun.said()).contains(sign);
    return begun;
  }

  String said() {
    return out.toString();
  }

  /** Presses Ctrl-C, and gives back the exit code. */
  int stop() {
    thread.interrupt();
    return exitCode.orTimeout(20, SECONDS).join();
  }

  @Override
  public void close() {
    stop();
  }
}
