package dev.broadcasttck.mock.wiremock;

import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Response;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.neighbour.Header;
import dev.broadcasttck.mock.neighbour.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** WireMock's responses, faults among them, in the port's words. */
final class Replies {
  private static final Bytes NO_HTTP = Bytes.utf8("\u0000\u0007 this is no HTTP \u0000\r\n");
  private static final Bytes NO_CHUNK =
      Bytes.utf8("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nthis is no chunk\r\n");
  private static final Bytes NOTHING = Bytes.utf8("");

  private Replies() {}

  static Reply of(Response response) {
    Duration delay = Duration.ofMillis(response.getInitialDelay());
    return Optional.ofNullable(response.getFault())
        .<Reply>map(fault -> broken(fault, delay))
        .orElseGet(() -> answered(response, delay));
  }

  private static Reply.Broken broken(Fault fault, Duration delay) {
    return switch (fault) {
      case EMPTY_RESPONSE -> new Reply.Broken(NOTHING, Reply.End.CLOSED, delay);
      case MALFORMED_RESPONSE_CHUNK -> new Reply.Broken(NO_CHUNK, Reply.End.CLOSED, delay);
      case RANDOM_DATA_THEN_CLOSE -> new Reply.Broken(NO_HTTP, Reply.End.CLOSED, delay);
      case CONNECTION_RESET_BY_PEER -> new Reply.Broken(NOTHING, Reply.End.RESET, delay);
    };
  }

  private static Reply.Answered answered(Response response, Duration delay) {
    return new Reply.Answered(
        response.getStatus(),
        Optional.ofNullable(response.getStatusMessage()),
        headers(response),
        Bytes.of(Optional.ofNullable(response.getBody()).orElseGet(() -> new byte[0])),
        delay,
        response.shouldAddChunkedDribbleDelay()
            ? Optional.of(drip(response.getChunkedDribbleDelay()))
            : Optional.empty());
  }

  private static List<Header> headers(Response response) {
    return response.getHeaders().all().stream()
        .flatMap(header -> header.values().stream().map(value -> new Header(header.key(), value)))
        .toList();
  }

  private static Reply.Drip drip(ChunkedDribbleDelay delay) {
    return new Reply.Drip(delay.getNumberOfChunks(), Duration.ofMillis(delay.getTotalDuration()));
  }
}
