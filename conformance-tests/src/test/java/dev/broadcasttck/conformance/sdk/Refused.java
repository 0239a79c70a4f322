package dev.broadcasttck.conformance.sdk;

/** An adapter's error answer, in JSON-RPC's terms. */
final class Refused extends RuntimeException {
  private final int code;

  Refused(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
