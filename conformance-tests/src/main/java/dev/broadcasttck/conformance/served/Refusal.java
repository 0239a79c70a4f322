package dev.broadcasttck.conformance.served;

/** Why a request is not done: a value of the protocol that happens to be thrown. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int NO_METHOD = -32601;
  private static final int BAD_PARAMS = -32602;

  private final int code;

  private Refusal(int code, String message) {
    super(message);
    this.code = code;
  }

  static Refusal noMethod(String method) {
    return new Refusal(NO_METHOD, "there is no method " + method);
  }

  static Refusal unknown(String noun, String handle) {
    return new Refusal(BAD_PARAMS, "no %s has the handle %s".formatted(noun, handle));
  }

  static Refusal lacks(String member) {
    return new Refusal(BAD_PARAMS, "the parameters lack " + member);
  }

  int code() {
    return code;
  }
}
