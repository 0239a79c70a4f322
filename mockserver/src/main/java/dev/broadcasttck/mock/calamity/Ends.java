package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Blow;
import dev.broadcasttck.mock.wire.Stroke;
import dev.broadcasttck.mock.wire.Stroke.Last;
import dev.broadcasttck.mock.wire.Stroke.Write;
import java.util.List;
import java.util.Optional;

/** A socket ends when a push comes, which nobody hears. */
final class Ends {
  private static final int NORMAL = 1000;
  private static final int NO_CLOSE_FRAME = 1006;
  private static final int BELOW_ALL_CODES = 999;
  private static final int LONGEST_REASON = 123;

  /** Codes that a close frame may have, from the protocol, its registry, libraries and users. */
  private static final List<Integer> CODES =
      List.of(
          1000, 1001, 1002, 1003, 1007, 1008, 1009, 1011, 1012, 1013, 1014, 3000, 4000, 4001, 4003,
          4100, 4999);

  private Ends() {}

  static void enter() {
    for (int code : CODES) {
      end(
          "CLOSES_" + code,
          "closes with " + code,
          write(WireFrame.close(code, "").bytes()),
          Last.END);
    }
    closes();
    losses();
  }

  private static void closes() {
    end("CLOSES_EMPTY", "closes without a code: 1005", write(Bytes.hex("8800")), Last.END);
    end(
        "CLOSES_WITH_LONG_REASON",
        "closes with the longest reason that fits",
        write(WireFrame.close(4000, "r".repeat(LONGEST_REASON)).bytes()),
        Last.END);
    end(
        "CLOSES_1006",
        "writes the code 1006, which no frame may have",
        write(WireFrame.close(NO_CLOSE_FRAME, "").bytes()),
        Last.END);
    end(
        "CLOSES_999",
        "writes a code below all codes",
        write(WireFrame.close(BELOW_ALL_CODES, "").bytes()),
        Last.END);
    end(
        "CLOSES_WITH_HALF_A_CODE",
        "writes a close frame of one byte",
        write(Bytes.hex("880103")),
        Last.END);
    end(
        "CLOSES_AND_SPEAKS_ON",
        "writes a message behind its close frame",
        write(
            WireFrame.join(
                WireFrame.close(NORMAL, "").bytes(),
                new WireFrame(WireFrame.FIN | WireFrame.TEXT, Bytes.utf8("{}")).bytes())),
        Last.END);
    end(
        "CLOSES_AND_STAYS",
        "closes with 1011, and keeps the connection",
        write(WireFrame.close(1011, "").bytes()),
        Last.SILENCE);
  }

  private static void losses() {
    end("ENDS_WITHOUT_CLOSE", "ends the connection without a close frame: 1006", Last.END);
    end("RESETS", "resets the connection", Last.RESET);
    end("GOES_SILENT", "keeps the connection, but neither reads nor writes any more", Last.SILENCE);
    end("SWALLOWS", "does not hear the push");
  }

  private static Stroke write(Bytes bytes) {
    return new Write(bytes);
  }

  private static void end(String name, String about, Stroke... strokes) {
    Optional<Blow> blow = Optional.of(new Blow(name, List.of(strokes)));
    Calamities.enter(name, about, Points.striking(push -> blow));
  }
}
