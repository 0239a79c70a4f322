package dev.broadcasttck.conformance.proxy;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.relay.Escort;
import dev.broadcasttck.conformance.relay.Gatekeeper;
import dev.broadcasttck.conformance.relay.Sides;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.server.Checkpoint;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sends sockets past the checkpoint, and whoever wants the admin API to it.
 *
 * @param secrets told of each key that a client shows
 */
record Doorman(Checkpoint checkpoint, Consumer<Secret> secrets) implements Gatekeeper {
  @Override
  public EventLoopGroup loops() {
    return checkpoint.loop();
  }

  @Override
  public boolean answers(String line) {
    String[] words = line.split(" ", 3);
    return words.length > 1 && checkpoint.answers(words[1]);
  }

  @Override
  public void answer(Channel connection) {
    checkpoint.answer(connection);
  }

  @Override
  public Escort escort(String head, Sides sides) {
    Request request = Heads.read(head);
    Stream.of(
            request.parameter("apikey"),
            request.header("x-api-key"),
            request.header("apikey"),
            request.header("authorization").map(it -> it.replaceFirst("(?i)^bearer ", "")))
        .flatMap(Optional::stream)
        .map(Secret::new)
        .forEach(secrets);
    return new SocketEscort(checkpoint.ask(request), version(request), sides);
  }

  private static ProtocolVersion version(Request request) {
    return request.parameter("vsn").flatMap(ProtocolVersion::named).orElse(ProtocolVersion.V1);
  }
}
