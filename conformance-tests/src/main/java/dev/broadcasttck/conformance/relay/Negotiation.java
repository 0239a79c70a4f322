package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What client and server agree on when a connection is to become a WebSocket, and what the relay
 * has to say in it: it compresses on its own behalf, where it is told to.
 *
 * <pre>
 * HTTP → ASKED → OPEN (answered with 101)
 *   ↖_____↙ (answered otherwise)
 * </pre>
 */
final class Negotiation {
  private static final String END = "\r\n\r\n";
  private static final String SWITCHING = "HTTP/1.1 101";
  private static final int LONGEST_HEAD = 1 << 16;

  private enum State {
    HTTP,
    ASKED,
    OPEN
  }

  private final RequestHeads heads;
  private final Optional<Gate> gate;
  private final ByteBuf head = Unpooled.buffer();
  private State state = State.HTTP;
  private Optional<Deflation> deflation = Optional.empty();
  private Optional<Escort> escort = Optional.empty();
  private Customs clientside;
  private Customs serverside = Customs.NONE;

  /** Who goes along with sockets, and how it reaches both sides. */
  record Gate(Gatekeeper keeper, Sides sides) {}

  Negotiation(RequestHeads heads, Optional<Gate> gate) {
    this.heads = heads;
    this.gate = gate;
    this.clientside = heads;
  }

  /** What looks through the client's bytes. */
  Customs ofClient() {
    return new Customs() {
      @Override
      public ByteBuf pass(ByteBuf bytes) {
        ByteBuf passed = clientside.pass(bytes);
        if (state == State.HTTP && heads.hasAsked()) {
          state = State.ASKED;
          ask();
        }
        return passed;
      }

      @Override
      public ByteBuf rest() {
        return clientside.rest();
      }

      @Override
      public void close() {
        clientside.close();
      }
    };
  }

  /** What looks through the server's bytes. */
  Customs ofServer() {
    return new Customs() {
      @Override
      public ByteBuf pass(ByteBuf bytes) {
        return state == State.ASKED ? answer(bytes) : serverside.pass(bytes);
      }

      @Override
      public ByteBuf rest() {
        return state == State.OPEN ? serverside.rest() : takeHead();
      }

      @Override
      public void close() {
        serverside.close();
      }
    };
  }

  private void ask() {
    escort = gate.map(it -> it.keeper().escort(heads.head(), it.sides()));
    deflation = escort.isPresent() ? Optional.empty() : heads.offers().flatMap(Deflation::of);
  }

  /** Nothing more will be said. */
  void end() {
    escort.ifPresent(Escort::ended);
    escort = Optional.empty();
  }

  private ByteBuf answer(ByteBuf bytes) {
    head.writeBytes(bytes);
    bytes.release();
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END);
    if (end < 0) {
      return head.readableBytes() > LONGEST_HEAD ? takeHead() : Unpooled.EMPTY_BUFFER;
    }
    if (!text.startsWith(SWITCHING)) {
      state = State.HTTP;
      heads.goOn();
      escort.ifPresent(it -> it.refused(status(text)));
      end();
      return takeHead();
    }
    state = State.OPEN;
    if (escort.isPresent()) {
      return guarded(escort.get(), gate.orElseThrow().sides(), end + END.length());
    }
    return deflation.map(agreed -> open(agreed, end)).orElseGet(this::takeHead);
  }

  private static int status(String answer) {
    String[] words = answer.split("[ \r\n]", 3);
    return words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
  }

  /** The answer goes before what follows from the first messages. */
  private ByteBuf guarded(Escort guard, Sides sides, int length) {
    clientside = new Messages(guard::clientSays);
    serverside = new Messages(guard::serverSays);
    sides.toClient(head.readBytes(length));
    guard.opened();
    return serverside.pass(takeHead());
  }

  private ByteBuf open(Deflation agreed, int end) {
    clientside = Reframing.toServer(agreed);
    serverside = Reframing.toClient(agreed);
    ByteBuf out = Unpooled.buffer();
    out.writeBytes(head, end);
    out.writeCharSequence(
        "\r\nSec-WebSocket-Extensions: " + agreed.answer() + "\r\n\r\n",
        StandardCharsets.ISO_8859_1);
    head.skipBytes(END.length());
    return out.writeBytes(serverside.pass(takeHead()));
  }

  private ByteBuf takeHead() {
    ByteBuf taken = Unpooled.copiedBuffer(head);
    head.clear();
    return taken;
  }
}
