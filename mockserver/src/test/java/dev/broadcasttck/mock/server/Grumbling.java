package dev.broadcasttck.mock.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What is logged as an error meanwhile: by the mock, and by Netty of every buffer that is lost. */
final class Grumbling implements AutoCloseable {
  private static final int BUFFERS = 200;

  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final PrintStream usual = System.err;
  private final ResourceLeakDetector.Level usualLevel = ResourceLeakDetector.getLevel();

  private Grumbling() {}

  static Grumbling listen() {
    Grumbling grumbling = new Grumbling();
    System.setErr(new PrintStream(grumbling.heard, true, UTF_8));
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    return grumbling;
  }

  /** So far; a buffer that was lost is noticed when others are made after its collection. */
  String heard() {
    System.gc();
    for (int made = 0; made < BUFFERS; made++) {
      ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer(1);
      buffer.release();
    }
    return heard.toString(UTF_8);
  }

  @Override
  public void close() {
    ResourceLeakDetector.setLevel(usualLevel);
    System.setErr(usual);
  }
}
