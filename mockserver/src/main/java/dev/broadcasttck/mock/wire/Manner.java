package dev.broadcasttck.mock.wire;

import dev.broadcasttck.mock.message.Bytes;
import java.util.List;
import java.util.function.Function;

/**
 * How something gets onto the wire, under a name.
 *
 * @param strokes what is done with the bytes that it should be
 */
public record Manner(String name, Function<Bytes, List<Stroke>> strokes) {
  /** All at once and as it should be. */
  public static final Manner PLAIN = new Manner("plain", bytes -> List.of(new Stroke.Write(bytes)));

  public boolean isPlain() {
    return equals(PLAIN);
  }

  @Override
  public String toString() {
    return name;
  }
}
