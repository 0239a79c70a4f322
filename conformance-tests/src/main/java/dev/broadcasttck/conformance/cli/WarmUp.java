package dev.broadcasttck.conformance.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Goes through what users start most often, once, so that the launcher learns which classes belong
 * into its archive: a whole run, and a mock until it listens.
 */
public final class WarmUp {
  private WarmUp() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    play(Writer.nullWriter(), "run");
    playUntilItSpeaks("mock", "--port", "0");
  }

  /** Ends it, as Ctrl-C does, when it has said where it is. */
  static int playUntilItSpeaks(String... typed) throws IOException, InterruptedException {
    AtomicInteger exitCode = new AtomicInteger();
    try (PipedWriter listener = new PipedWriter();
        BufferedReader said = new BufferedReader(new PipedReader(listener))) {
      Thread playing = new Thread(() -> exitCode.set(play(listener, typed)), "tck-warm-up");
      playing.start();
      String unused = said.readLine();
      playing.interrupt();
      playing.join();
    }
    return exitCode.get();
  }

  private static int play(Writer listener, String... typed) {
    Surroundings process = Surroundings.ofProcess();
    PrintWriter out = new PrintWriter(listener, true);
    Surroundings heard =
        new Surroundings(
            out, out, process.in(), process.environment(), process.traits(), process.clock());
    return Tck.commandLine(heard, typed).execute(typed);
  }
}
