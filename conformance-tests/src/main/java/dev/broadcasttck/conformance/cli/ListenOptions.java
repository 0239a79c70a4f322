package dev.broadcasttck.conformance.cli;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where a server of ours listens. */
final class ListenOptions {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "4000",
      description = "Where to listen; 0 picks a free port. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "On which address of this machine to listen; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
  String host = "";

  /** The address, once both have been looked at. */
  InetAddress address() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw Mistake.usage("--port: " + port + " is no port; give one from 0 to " + HIGHEST_PORT);
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      if (isHere(address)) {
        return address;
      }
    } catch (UnknownHostException | SocketException e) {
      throw Mistake.usage("--host: there is no address '" + host + "'");
    }
    throw Mistake.usage("--host: " + host + " is no address of this machine");
  }

  private static boolean isHere(InetAddress address) throws SocketException {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  /** What to say where somebody else listens there. */
  Mistake taken() {
    return Mistake.usage(
        "port " + port + " is taken; give another with --port, or 0 for any free one");
  }
}
