package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.bundle.SigningKey;
import dev.broadcasttck.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a bundle goes, and with which key it is signed. */
final class BundleOptions {
  private static final String PUBLIC = ".pub";
  private static final String ONLY_ITS_OWNER = "rw-------";

  @Option(names = "--out", paramLabel = "FILE", description = "Write the bundle to this file.")
  @Nullable Path out;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Sign with this key, which --new-key has made. Without it a key is made for this bundle"
              + " and forgotten.")
  @Nullable Path key;

  @Option(
      names = "--new-key",
      paramLabel = "FILE",
      description =
          "Only make a key: the private one in this file, the public one beside it in FILE.pub.")
  @Nullable Path newKey;

  boolean newKey() {
    return newKey != null;
  }

  /** Where the bundle goes. */
  Path out() {
    Path file = out;
    if (file == null) {
      throw Mistake.usage("--out is missing: name the file for the bundle, such as bundle.zip");
    }
    OutputFile.refuseUnwritable("--out", file);
    return file;
  }

  /** The key to sign with. */
  SigningKey key() {
    Path file = key;
    if (file == null) {
      return SigningKey.fresh();
    }
    return SigningKey.read(KeyFile.text("--key", file))
        .orElseThrow(
            () ->
                Mistake.usage(
                    "--key: "
                        + file
                        + " is no key to sign with; './tck certify --new-key FILE' makes one"));
  }

  int makeKey(PrintWriter out) {
    Path file = Path.of(String.valueOf(newKey));
    Path open = Path.of(file + PUBLIC);
    OutputFile.refuseUnwritable("--new-key", file);
    for (Path each : new Path[] {file, open}) {
      if (Files.exists(each)) {
        throw Mistake.usage("--new-key: " + each + " exists; name a new file");
      }
    }
    SigningKey made = SigningKey.fresh();
    FileAttribute<?> closed =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_ITS_OWNER));
    try {
      Files.createFile(file, closed);
      Files.writeString(file, made.text(), StandardOpenOption.WRITE);
      Files.writeString(open, made.open().text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println("private key: " + file + ", for nobody but you");
    out.println("public key: " + open + ", to be given to whoever verifies");
    out.println("fingerprint: " + made.open().fingerprint());
    return ExitCode.CONFORMANT.code();
  }

  void write(Path file, byte[] bundle, SigningKey signedWith, PrintWriter screen) {
    try {
      Files.write(file, bundle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    screen.println("bundle: %s, %d bytes".formatted(file, bundle.length));
    screen.println(
        "signed with %s: %s"
            .formatted(
                key == null ? "a key made for it" : "your key", signedWith.open().fingerprint()));
  }
}
