package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Act;
import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Behind;
import dev.broadcasttck.mock.recording.Event.Connect;
import dev.broadcasttck.mock.recording.Event.Drop;
import dev.broadcasttck.mock.recording.Event.HangUp;
import dev.broadcasttck.mock.recording.Event.Request;
import dev.broadcasttck.mock.recording.Event.Send;
import dev.broadcasttck.mock.recording.Event.SendRaw;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Plays the client's side of one recording, once.
 *
 * <p>An act is done as soon as every connection has given as many answers as the recording shows
 * before the act, and at the recorded time, to which the server's clock is moved. Nothing else is
 * waited for: that no more comes is known when the connection's close handshake ends, because the
 * server sends in order.
 */
final class Player implements AutoCloseable {
  private final int port;
  private final TokenMint tokens;
  private final Backstage backstage;
  private final Duration budget;
  private final Ear ear = new Ear();
  private final Map<String, Wire> wires = new HashMap<>();

  /**
   * @param budget how long an answer that must come may take
   */
  Player(int port, TokenMint tokens, Backstage backstage, Duration budget) {
    this.port = port;
    this.tokens = tokens;
    this.backstage = backstage;
    this.budget = budget;
  }

  Performance play(Recording recording) throws InterruptedException {
    Map<String, Integer> due = new HashMap<>();
    for (Row row : recording.rows()) {
      if (row.event() instanceof Answer) {
        due.merge(row.conn(), 1, Integer::sum);
      } else if (row.event() instanceof Act act) {
        backstage.moveTo(row.at());
        if (!ear.heardAtLeast(due, budget)) {
          return new Performance(ear.everything(), Optional.of(row));
        }
        perform(row.conn(), act);
      }
    }
    backstage.moveTo(recording.rows().get(recording.rows().size() - 1).at());
    ear.heardTheEndOf(due.keySet(), budget);
    return new Performance(ear.everything(), Optional.empty());
  }

  private void perform(String conn, Act act) {
    if (act instanceof Connect connect) {
      dial(conn).send(HttpText.of(connect, tokens));
    } else if (act instanceof Request request) {
      dial(conn).send(HttpText.of(request, tokens));
    } else if (act instanceof Send send) {
      wire(conn).send(FrameWriter.bytes(tokens.fill(send.frame())));
    } else if (act instanceof SendRaw raw) {
      wire(conn).send(HexFormat.of().parseHex(raw.hex()));
    } else if (act instanceof Drop) {
      wire(conn).close();
    } else if (act instanceof Behind behind) {
      backstage.perform(behind);
    } else if (act instanceof HangUp) {
      wire(conn).send(FrameWriter.close(1000));
    }
  }

  private Wire dial(String conn) {
    Wire wire = Wire.dial(port, answer -> ear.hear(conn, answer));
    wires.put(conn, wire);
    return wire;
  }

  private Wire wire(String conn) {
    return Objects.requireNonNull(wires.get(conn), () -> conn + " was never opened");
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
  }
}
