package dev.broadcasttck.conformance.probe;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.SocketEvents;
import dev.broadcasttck.conformance.wire.WireSocket;
import dev.broadcasttck.spec.protocol.Envelope;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One knock: the first thing that settles what is behind the door. */
final class Inquiry implements SocketEvents {
  /** How far it came, in the order of the constants. */
  private enum Progress {
    KNOCKED,
    OPENED,
    HEARD_NOISE
  }

  private final Diagnosis diagnosis;
  private final CompletableFuture<Standing> outcome = new CompletableFuture<>();
  private volatile Progress progress = Progress.KNOCKED;

  Inquiry(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  Standing outcome(Duration budget) throws InterruptedException {
    try {
      return outcome.get(budget.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return switch (progress) {
        case KNOCKED -> diagnosis.nothingSaid();
        case OPENED -> diagnosis.joinNotAnswered();
        case HEARD_NOISE -> diagnosis.noReplyAmongFrames();
      };
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody completes this with an error", e);
    }
  }

  void leave(WireSocket socket) {
    if (progress == Progress.KNOCKED) {
      socket.cut();
    } else {
      socket.close();
    }
  }

  @Override
  public void opened() {
    progress = Progress.OPENED;
  }

  @Override
  public void received(Frame frame) {
    if (frame.reading() instanceof Reading.Message message
        && message.envelope().event().equals("phx_reply")) {
      outcome.complete(replied(message.envelope()));
    } else {
      progress = Progress.HEARD_NOISE;
    }
  }

  @Override
  public void refused(int status, Map<String, String> headers, String body) {
    outcome.complete(diagnosis.refused(status, headers, body));
  }

  @Override
  public void closed(int code, String reason) {
    outcome.complete(diagnosis.closed(code));
  }

  @Override
  public void lost(Loss loss) {
    outcome.complete(diagnosis.lost(loss));
  }

  private Standing replied(Envelope reply) {
    String reason = reply.payload().path("response").path("reason").stringValueOpt().orElse("");
    return diagnosis.replied(reason);
  }
}
