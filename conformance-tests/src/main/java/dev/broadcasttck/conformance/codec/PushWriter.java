package dev.broadcasttck.conformance.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** A writer of binary pushes field by field, right or wrong as the script wants them. */
public final class PushWriter {
  private static final int LONGEST = 255;

  private PushWriter() {}

  /**
   * The bytes of a push.
   *
   * @param kind 0 or 3
   * @param fields in the order of the frame
   * @param options bytes of the header that stand behind the lengths
   * @param content what follows the fields
   * @throws IllegalArgumentException if a field is longer than a header can say
   */
  public static byte[] write(int kind, List<String> fields, List<Integer> options, byte[] content) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(kind);
    for (String field : fields) {
      int length = field.getBytes(UTF_8).length;
      if (length > LONGEST) {
        throw new IllegalArgumentException(
            "a field has %d bytes, and a binary frame holds %d".formatted(length, LONGEST));
      }
      frame.write(length);
    }
    options.forEach(frame::write);
    fields.forEach(field -> frame.writeBytes(field.getBytes(UTF_8)));
    frame.writeBytes(content);
    return frame.toByteArray();
  }
}
