package dev.broadcasttck.mock.message;

/** The largest payload that a project takes. */
public record PayloadLimit(int kilobytes) {
  /** What a hosted project has by default. */
  public static final PayloadLimit DEFAULT = new PayloadLimit(3000);

  private static final int LEEWAY = 500;

  public boolean admits(Payload payload) {
    long limit = 1000L * kilobytes + LEEWAY;
    boolean surelySmall =
        payload instanceof Payload.Text text
            && ExternalSize.atMost(text.json().bytes().length()) <= limit;
    return surelySmall || ExternalSize.of(payload) <= limit;
  }
}
