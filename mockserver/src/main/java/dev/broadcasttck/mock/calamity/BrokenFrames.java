package dev.broadcasttck.mock.calamity;

import static dev.broadcasttck.mock.calamity.WireFrame.CONTINUATION;
import static dev.broadcasttck.mock.calamity.WireFrame.FIN;
import static dev.broadcasttck.mock.calamity.WireFrame.PING;
import static dev.broadcasttck.mock.calamity.WireFrame.RESERVED;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Stroke.Write;
import java.util.List;
import java.util.function.Function;

/** Messages come in frames that RFC 6455 does not allow. */
final class BrokenFrames {
  private static final int UNKNOWN_OPCODE = 0x3;
  private static final int TOO_LONG_FOR_CONTROL = 126;
  private static final byte[] NO_UTF8 = {(byte) 0xc3, 0x28};

  private BrokenFrames() {}

  static void enter() {
    frame("MASKS", "masks its frames, which only clients do", WireFrame::masked);
    frame(
        "SETS_RESERVED_BIT",
        "sets a bit that nobody agreed on",
        frame -> frame.withFirst(frame.first() | RESERVED).bytes());
    frame(
        "USES_UNKNOWN_OPCODE",
        "uses an opcode that there is not",
        frame -> frame.withFirst(FIN | UNKNOWN_OPCODE).bytes());
    frame(
        "STRAY_CONTINUATION",
        "continues a message that has not begun",
        frame -> frame.withFirst(FIN | CONTINUATION).bytes());
    frame(
        "INTERLEAVES",
        "begins a message before the last one has ended",
        frame ->
            WireFrame.join(
                frame.part(frame.opcode(), 0, frame.payload().length() / 2).bytes(),
                frame.bytes()));
    frame(
        "PINGS_TOO_LONG",
        "writes a ping of 126 bytes",
        frame -> new WireFrame(FIN | PING, Bytes.of(new byte[TOO_LONG_FOR_CONTROL])).bytes());
    frame(
        "FRAGMENTS_A_PING",
        "writes a ping that is to be continued",
        frame -> new WireFrame(PING, Bytes.utf8("tck")).bytes());
    frame(
        "TEXT_NOT_UTF8",
        "writes a text that is no UTF-8",
        frame ->
            new WireFrame(frame.first(), WireFrame.join(frame.payload().toArray(), NO_UTF8))
                .bytes());
    frame(
        "ANNOUNCES_TOO_MUCH",
        "announces more bytes than anybody could send",
        frame ->
            WireFrame.join(
                Bytes.of(new byte[] {(byte) frame.first()}),
                Bytes.hex("7f3fffffffffffffff"),
                frame.payload()));
  }

  private static void frame(String name, String about, Function<WireFrame, Bytes> instead) {
    Writings.write(name, about, bytes -> List.of(new Write(instead.apply(WireFrame.of(bytes)))));
  }
}
