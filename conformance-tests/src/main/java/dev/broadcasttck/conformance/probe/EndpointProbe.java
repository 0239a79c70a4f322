package dev.broadcasttck.conformance.probe;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.WireSocket;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.UUID;

/**
 * A knock at a server's door: opens one socket, joins one fresh topic, and says what answered.
 *
 * @param budget how long to wait, all in all
 */
public record EndpointProbe(Transport transport, Duration budget) {
  /** A real server takes two seconds to refuse a key and five to refuse a join. */
  public static final Duration DEFAULT_BUDGET = Duration.ofSeconds(10);

  public EndpointProbe(Transport transport) {
    this(transport, DEFAULT_BUDGET);
  }

  /**
   * Knocks once.
   *
   * @throws InterruptedException if the run is being ended
   */
  public Standing probe(Endpoint endpoint, ProtocolVersion vsn) throws InterruptedException {
    Inquiry inquiry = new Inquiry(new Diagnosis(endpoint.socket(), budget));
    WireSocket socket =
        WireSocket.open(transport, endpoint, vsn, "probe", happening -> {}, inquiry);
    socket.send(new Encoder(vsn).text(join()));
    try {
      return inquiry.outcome(budget);
    } finally {
      inquiry.leave(socket);
    }
  }

  private static Envelope join() {
    return new Envelope(
        Json.text("1"),
        Json.text("1"),
        "realtime:tck-probe-" + UUID.randomUUID(),
        "phx_join",
        Json.object().set("config", Json.object()));
  }
}
