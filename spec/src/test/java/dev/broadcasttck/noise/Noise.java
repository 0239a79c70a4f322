package dev.broadcasttck.noise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Bytes that nobody would send: honest ones, honest ones that were spoilt, and some made at random;
 * the same for the same seed.
 */
public final class Noise {
  /** How much a test throws, unless {@code -Dtck.noise=N} says otherwise. */
  public static final int AMOUNT = Integer.getInteger("tck.noise", 100_000);

  private static final long SEED = Long.getLong("tck.seed", 2026);
  private static final int MOST_SPOILS = 4;
  private static final int LONGEST_RANDOM = 64;
  private static final int LONGEST_QUOTE = 400;

  private final List<byte[]> honest;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Spoiler spoiler = new Spoiler(random);

  /**
   * Noise from what is honest, which should be as various as the protocol is.
   *
   * @param honest never empty
   */
  public Noise(List<byte[]> honest) {
    this.honest = List.copyOf(honest);
  }

  public static Noise of(Stream<String> honest) {
    return new Noise(bytes(honest).toList());
  }

  public static Stream<byte[]> bytes(Stream<String> texts) {
    return texts.map(text -> text.getBytes(UTF_8));
  }

  /** Throws so many at something, and fails with the seed and the bytes where it throws back. */
  public void throwAt(int amount, Consumer<byte[]> subject) {
    for (int number = 1; number <= amount; number++) {
      byte[] bytes = next();
      try {
        subject.accept(bytes);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "number %d of seed %d, to be had again with -Dtck.seed=%d: %s"
                .formatted(number, SEED, SEED, quoted(bytes)),
            e);
      }
    }
  }

  /** The next bytes. */
  public byte[] next() {
    return switch (random.nextInt(10)) {
      case 0 -> anything(random.nextInt(LONGEST_RANDOM));
      case 1, 2 -> one().clone();
      default -> spoilt(one());
    };
  }

  /** A number below the limit, for what else is left to chance. */
  public int number(int limit) {
    return random.nextInt(limit);
  }

  /** What to say where something failed later than at once. */
  public static String again() {
    return "seed " + SEED + ", to be had again with -Dtck.seed=" + SEED;
  }

  private byte[] spoilt(byte[] honestly) {
    byte[] bytes = honestly;
    for (int times = 1 + random.nextInt(MOST_SPOILS); times > 0; times--) {
      bytes = spoiler.spoil(bytes, one());
    }
    return bytes;
  }

  private byte[] one() {
    return honest.get(random.nextInt(honest.size()));
  }

  private byte[] anything(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String quoted(byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_QUOTE));
    return bytes.length + " bytes, " + hex;
  }
}
