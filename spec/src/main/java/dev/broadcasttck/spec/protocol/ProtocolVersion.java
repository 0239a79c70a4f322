package dev.broadcasttck.spec.protocol;

import java.util.Arrays;
import java.util.Optional;

/** The framing that the two sides of a socket agreed on with the query parameter {@code vsn}. */
public enum ProtocolVersion {
  /** Text frames that hold a JSON object. */
  V1("1.0.0"),
  /** Text frames that hold a JSON array, and binary frames. */
  V2("2.0.0");

  private final String vsn;

  ProtocolVersion(String vsn) {
    this.vsn = vsn;
  }

  /** The value of the query parameter {@code vsn}, such as {@code 1.0.0}. */
  public String vsn() {
    return vsn;
  }

  /** The version that a {@code vsn} written in full names, empty where none has that name. */
  public static Optional<ProtocolVersion> named(String vsn) {
    return Arrays.stream(values()).filter(version -> version.vsn.equals(vsn)).findFirst();
  }

  @Override
  public String toString() {
    return vsn;
  }
}
