package dev.broadcasttck.conformance.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a binary push, to be laid out as clients do, which is not as servers do; right or
 * wrong as its writer wants them. A field that is too long for its header is refused.
 */
public record BinaryPush(String joinRef, String ref, String topic, String event) {
  /** The kind of the plain push. */
  public static final int PLAIN = 0;

  private static final int USER = 3;
  private static final int LONGEST = 255;

  /**
   * The bytes of a frame whose content follows the fields.
   *
   * @param kind {@link #PLAIN}, or one that there is not
   * @throws IllegalArgumentException if a field is longer than a header can say
   */
  public byte[] ofKind(int kind, byte[] content) {
    return write(kind, fields("event"), List.of(), content);
  }

  /**
   * The bytes of a frame of kind 3, the user broadcast push.
   *
   * @param meta empty where there is none
   * @param encoding 1 for content that is JSON, 0 for bytes
   * @throws IllegalArgumentException if a field is longer than a header can say
   */
  public byte[] ofUser(String meta, int encoding, byte[] content) {
    List<Field> fields = new ArrayList<>(fields("user event"));
    fields.add(new Field("metadata", meta));
    return write(USER, fields, List.of(encoding), content);
  }

  private List<Field> fields(String eventName) {
    return List.of(
        new Field("join_ref", joinRef),
        new Field("ref", ref),
        new Field("topic", topic),
        new Field(eventName, event));
  }

  private static byte[] write(int kind, List<Field> fields, List<Integer> options, byte[] content) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(kind);
    fields.forEach(field -> frame.write(field.length()));
    options.forEach(frame::write);
    fields.forEach(field -> frame.writeBytes(field.bytes()));
    frame.writeBytes(content);
    return frame.toByteArray();
  }

  /** A field whose length the header tells in one byte. */
  private record Field(String name, String text) {
    byte[] bytes() {
      return text.getBytes(UTF_8);
    }

    int length() {
      int length = bytes().length;
      if (length > LONGEST) {
        throw new IllegalArgumentException(
            "the %s has %d bytes, and a binary frame holds %d".formatted(name, length, LONGEST));
      }
      return length;
    }
  }
}
