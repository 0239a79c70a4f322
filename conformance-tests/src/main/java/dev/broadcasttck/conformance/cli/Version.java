package dev.broadcasttck.conformance.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says, and what reports call this tool's version. */
final class Version implements IVersionProvider {
  static String number() {
    String packaged = Version.class.getPackage().getImplementationVersion();
    return packaged == null ? "development" : packaged;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Broadcast TCK " + number()};
  }
}
