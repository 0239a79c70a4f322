package dev.broadcasttck.mock.calamity;

import static dev.broadcasttck.mock.calamity.WireFrame.CONTINUATION;
import static dev.broadcasttck.mock.calamity.WireFrame.FIN;
import static dev.broadcasttck.mock.calamity.WireFrame.PING;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Manner;
import dev.broadcasttck.mock.wire.Stroke;
import dev.broadcasttck.mock.wire.Stroke.Keep;
import dev.broadcasttck.mock.wire.Stroke.Last;
import dev.broadcasttck.mock.wire.Stroke.Wait;
import dev.broadcasttck.mock.wire.Stroke.Write;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Messages get onto the wire slowly, in pieces, together, or not wholly. */
final class Writings {
  private static final Duration LATE = Duration.ofMillis(200);
  private static final Duration TOGETHER = Duration.ofMillis(400);
  private static final Bytes PINGED = new WireFrame(FIN | PING, Bytes.utf8("tck")).bytes();

  private Writings() {}

  static void enter() {
    pieces();
    fragments();
    halves();
  }

  private static void pieces() {
    write("DRIPS", "writes three bytes at a time", bytes -> Pieces.drip(bytes, 3));
    write(
        "SPLITS_MESSAGES",
        "writes each message in two pieces",
        bytes -> Pieces.split(bytes, bytes.length() / 2));
    write("SPLITS_HEADERS", "writes the first byte alone", bytes -> Pieces.split(bytes, 1));
    write(
        "SPLITS_LAST_BYTE",
        "writes the last byte alone",
        bytes -> Pieces.split(bytes, bytes.length() - 1));
    write(
        "COALESCES",
        "writes what comes within 400 ms in one piece",
        bytes -> List.of(new Keep(bytes, TOGETHER)));
    write(
        "WRITES_LATE",
        "writes each message 200 ms later",
        bytes -> List.of(new Wait(LATE), new Write(bytes)));
  }

  private static void fragments() {
    frame("FRAGMENTS", "writes each message in three fragments", frame -> fragments(frame));
    frame(
        "FRAGMENTS_WITH_PINGS",
        "writes a ping between the fragments of a message",
        frame -> {
          int half = frame.payload().length() / 2;
          return WireFrame.join(
              frame.part(frame.opcode(), 0, half).bytes(),
              PINGED,
              frame.part(FIN | CONTINUATION, half, frame.payload().length()).bytes());
        });
    frame(
        "FRAGMENTS_EMPTY",
        "writes empty fragments before and behind a message",
        frame ->
            WireFrame.join(
                frame.part(frame.opcode(), 0, 0).bytes(),
                frame.withFirst(CONTINUATION).bytes(),
                frame.part(FIN | CONTINUATION, 0, 0).bytes()));
    frame(
        "PINGS",
        "writes a ping before each message",
        frame -> WireFrame.join(PINGED, frame.bytes()));
  }

  private static Bytes fragments(WireFrame frame) {
    int length = frame.payload().length();
    return WireFrame.join(
        frame.part(frame.opcode(), 0, length / 3).bytes(),
        frame.part(CONTINUATION, length / 3, 2 * length / 3).bytes(),
        frame.part(FIN | CONTINUATION, 2 * length / 3, length).bytes());
  }

  private static void halves() {
    write("WRITES_NOTHING", "goes on reading, and writes no message", bytes -> List.of());
    write(
        "STALLS_MIDWAY",
        "writes half a message, and nothing any more",
        bytes -> Pieces.half(bytes, Last.SILENCE));
    write(
        "ENDS_MIDWAY",
        "ends the connection in the middle of a message",
        bytes -> Pieces.half(bytes, Last.END));
    write(
        "RESETS_MIDWAY",
        "resets the connection in the middle of a message",
        bytes -> Pieces.half(bytes, Last.RESET));
  }

  private static void frame(String name, String about, Function<WireFrame, Bytes> instead) {
    write(name, about, bytes -> List.of(new Write(instead.apply(WireFrame.of(bytes)))));
  }

  static void write(String name, String about, Function<Bytes, List<Stroke>> strokes) {
    Manner manner = new Manner(name, strokes);
    Calamities.enter(name, about, Points.writing(frame -> Course.of(frame.in(manner))));
  }
}
