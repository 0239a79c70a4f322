package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.report.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The last gate before a file: what holds a secret does not pass. It mends nothing, for what comes
 * here was redacted when it was recorded.
 *
 * @param secrets of this run, the one among them that was made up to try this
 */
public record SecretGate(Redaction secrets) {

  /**
   * Writes a file, and the directory that it goes into where there is none.
   *
   * @throws LeakedSecret if there is a secret in it
   */
  public void write(Path file, String text) {
    pass(file.toString(), text);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Prints to standard output.
   *
   * @throws LeakedSecret if there is a secret in it
   */
  public void print(PrintWriter out, String text) {
    pass("standard output", text);
    out.print(text);
    out.flush();
  }

  /**
   * Lets a text pass on its way to somewhere else.
   *
   * @param where it goes
   * @throws LeakedSecret if there is a secret in it
   */
  public void pass(String where, String text) {
    if (secrets.isBetrayedBy(text)) {
      throw new LeakedSecret(where);
    }
  }
}
