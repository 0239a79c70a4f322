package dev.broadcasttck.conformance.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** UTF-8 that is refused, not repaired, where it is wrong. */
final class Utf8 {
  private Utf8() {}

  static String read(String field, byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("its " + field + " is not UTF-8");
    }
  }
}
