package dev.broadcasttck.mock.token;

/** What is wrong with a token; the texts are the real server's (recordings 08, 14). */
public enum Flaw {
  MALFORMED("MalformedJWT", "The token provided is not a valid JWT"),
  SIGNATURE("JwtSignatureError", "Failed to validate JWT signature"),
  ALGORITHM(
      "JwtSignerError",
      "Failed to generate JWT signer, check your JWT secret or JWKS configuration"),
  EXPIRED("InvalidJWTToken", "Token has expired"),
  INCOMPLETE("InvalidJWTToken", "Fields `role` and `exp` are required in JWT"),
  /** An {@code exp} that is no number, on which the real server stumbles. */
  EXPIRY_NOT_A_NUMBER("UnknownErrorOnChannel", "Error connecting to Realtime");

  private final String code;
  private final String text;

  Flaw(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /** How a failing join names it. */
  public String code() {
    return code;
  }

  public String text() {
    return text;
  }
}
