package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Stroke;
import dev.broadcasttck.mock.wire.Stroke.Wait;
import dev.broadcasttck.mock.wire.Stroke.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ways to write bytes in pieces. */
final class Pieces {
  /** Long enough that the other side sees pieces, and not what they came from. */
  static final Duration PAUSE = Duration.ofMillis(40);

  private static final Duration SHORT = Duration.ofMillis(2);

  private Pieces() {}

  /** So many bytes at a time. */
  static List<Stroke> drip(Bytes bytes, int size) {
    List<Stroke> strokes = new ArrayList<>();
    for (int from = 0; from < bytes.length(); from += size) {
      strokes.add(new Write(bytes.slice(from, Math.min(bytes.length(), from + size))));
      strokes.add(new Wait(SHORT));
    }
    return strokes;
  }

  /** In two, at a place counted from the front. */
  static List<Stroke> split(Bytes bytes, int at) {
    return List.of(
        new Write(bytes.slice(0, at)), new Wait(PAUSE), new Write(bytes.slice(at, bytes.length())));
  }

  /** One half, and then something else. */
  static List<Stroke> half(Bytes bytes, Stroke then) {
    return List.of(new Write(bytes.slice(0, bytes.length() / 2)), new Wait(PAUSE), then);
  }
}
