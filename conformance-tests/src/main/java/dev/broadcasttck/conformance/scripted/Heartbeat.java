package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.spec.protocol.Envelope;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * The pulse of one socket: a heartbeat in each interval, and the socket is given up at the second
 * beat that finds the one before unanswered. Lives on the loop.
 */
final class Heartbeat {
  private static final int LATE = 4;

  private final Connection connection;
  private final Conduct conduct;
  private final Future<?> pulse;
  private int unanswered;
  private int pushes;

  private Heartbeat(Connection connection, Loop loop, Duration interval, Conduct conduct) {
    this.connection = connection;
    this.conduct = conduct;
    this.pulse = loop.every(interval, this::beat);
  }

  static Heartbeat start(Connection connection, Terms terms) {
    return new Heartbeat(connection, terms.loop(), terms.heartbeat(), terms.conduct());
  }

  void stop() {
    pulse.cancel(false);
  }

  private void beat() {
    if (unanswered > 0 && givesUp()) {
      connection.cut();
    } else if (!isKeptBack()) {
      unanswered++;
      connection.ask(message(), this::answered);
    }
    pushes = connection.pushes();
  }

  private void answered(Reply reply) {
    if (reply == Reply.OK || reply == Reply.ERROR) {
      unanswered = 0;
    }
  }

  private boolean givesUp() {
    if (conduct.does(Misbehaviour.FORGETS_HEARTBEAT_REPLY)) {
      return false;
    }
    return unanswered >= LATE || !conduct.does(Misbehaviour.NOTICES_SILENCE_LATE);
  }

  private boolean isKeptBack() {
    return conduct.does(Misbehaviour.NO_HEARTBEAT)
        || (connection.pushes() > pushes && conduct.does(Misbehaviour.HEARTBEAT_WHEN_IDLE_ONLY));
  }

  private Envelope message() {
    String topic =
        conduct.does(Misbehaviour.HEARTBEAT_ON_ANOTHER_TOPIC) ? "realtime:phoenix" : "phoenix";
    return new Envelope(Json.none(), connection.nextRef(), topic, "heartbeat", Json.object());
  }
}
