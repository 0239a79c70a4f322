package dev.broadcasttck.conformance.served;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.protocol.Encoding;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An adapter process whose library is the scripted client. Its arguments are names of {@link
 * Misbehaviour}s.
 */
public final class ScriptedAdapter {
  private ScriptedAdapter() {}

  public static void main(String[] arguments) throws IOException {
    Set<Misbehaviour> misbehaviours =
        Arrays.stream(arguments).map(Misbehaviour::valueOf).collect(Collectors.toSet());
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    serve(System.in, out, misbehaviours);
  }

  /**
   * Serves a harness until it says shutdown or closes its end.
   *
   * @throws IOException if requests cannot be read
   */
  public static void serve(InputStream in, PrintStream out, Set<Misbehaviour> misbehaviours)
      throws IOException {
    try (Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, misbehaviours);
        BufferedReader requests = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      Desk desk = new Desk(driver, new Wicket(out), encoding(misbehaviours));
      String line = requests.readLine();
      while (line != null && !desk.serve(line)) {
        line = requests.readLine();
      }
    }
  }

  /** Text, but where only binary frames can show what is wrong. */
  private static Encoding encoding(Set<Misbehaviour> misbehaviours) {
    return misbehaviours.contains(Misbehaviour.LENGTH_IN_CHARACTERS)
        ? Encoding.BINARY
        : Encoding.TEXT;
  }
}
