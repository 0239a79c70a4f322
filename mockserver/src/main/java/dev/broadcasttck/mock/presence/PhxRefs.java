package dev.broadcasttck.mock.presence;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** The {@code phx_ref}s of a project: 16 characters each, never one twice. */
final class PhxRefs {
  private final int origin = ThreadLocalRandom.current().nextInt();
  private long count;

  String next() {
    byte[] bytes = ByteBuffer.allocate(12).putInt(origin).putLong(count++).array();
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
