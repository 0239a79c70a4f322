package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads along what a client says, and lets it pass as it is, but for the {@code Host} header of
 * each HTTP request: where it names the relay it is made to name the server. Keeps back no more
 * than a line that is not complete.
 *
 * <pre>
 * LINE → HEADER … → BODY or CHUNK or nothing → LINE
 *               ↘ OPAQUE (an upgrade, or no HTTP)
 * </pre>
 */
final class RequestHeads implements Customs {
  private static final int LONGEST_LINE = 1 << 16;
  private static final Pattern REQUEST = Pattern.compile("[^ ]+ [^ ]+ HTTP/1\\.[01]\\s*");
  private static final int DECIMAL = 10;
  private static final int HEX = 16;

  private enum State {
    LINE,
    HEADER,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    TRAILER,
    OPAQUE
  }

  private final Predicate<String> isRelay;
  private final String upstream;
  private final ByteBuf line = Unpooled.buffer();
  private State state = State.LINE;
  private long left;
  private final boolean keepsOffers;
  private final boolean oneByOne;
  private final StringBuilder head = new StringBuilder();
  private Optional<String> offers = Optional.empty();
  private boolean chunked;
  private boolean upgrades;

  /**
   * At the beginning of a connection.
   *
   * @param isRelay whether an authority is one by which the client knows the relay
   * @param upstream the server's own
   * @param keepsOffers whether the server is not to hear of extensions that the client offers
   * @param oneByOne whether each request but one for a socket has its connection to itself
   */
  RequestHeads(Predicate<String> isRelay, String upstream, boolean keepsOffers, boolean oneByOne) {
    this.keepsOffers = keepsOffers;
    this.oneByOne = oneByOne;
    this.isRelay = isRelay;
    this.upstream = upstream;
  }

  @Override
  public ByteBuf pass(ByteBuf in) {
    if (state == State.OPAQUE) {
      return in;
    }
    ByteBuf out = in.alloc().buffer(in.readableBytes() + line.readableBytes());
    while (in.isReadable()) {
      if (state == State.OPAQUE) {
        out.writeBytes(in);
      } else if (state == State.BODY || state == State.CHUNK) {
        passBody(in, out);
      } else {
        passLine(in, out);
      }
    }
    in.release();
    return out;
  }

  @Override
  public ByteBuf rest() {
    ByteBuf rest = Unpooled.copiedBuffer(line);
    line.clear();
    return rest;
  }

  /** Whether the last request asks for an upgrade, and no answer has come to that. */
  boolean hasAsked() {
    return upgrades && state == State.OPAQUE;
  }

  /** The first line of the last request, and its headers, as the client wrote them. */
  String head() {
    return head.toString();
  }

  /** The extensions that were kept from the server. */
  Optional<String> offers() {
    return offers;
  }

  /** The upgrade was refused, and the next request may come. */
  void goOn() {
    state = State.LINE;
    upgrades = false;
  }

  private void passBody(ByteBuf in, ByteBuf out) {
    int length = (int) Math.min(left, in.readableBytes());
    out.writeBytes(in, length);
    left -= length;
    if (left == 0) {
      state = state == State.BODY ? State.LINE : State.CHUNK_SIZE;
    }
  }

  private void passLine(ByteBuf in, ByteBuf out) {
    if (state == State.LINE && !line.isReadable() && !beginsRequest(in)) {
      state = State.OPAQUE;
      return;
    }
    int newline = in.bytesBefore((byte) '\n');
    line.writeBytes(in, newline < 0 ? in.readableBytes() : newline + 1);
    if (newline >= 0) {
      String text = line.toString(StandardCharsets.ISO_8859_1);
      out.writeCharSequence(read(text), StandardCharsets.ISO_8859_1);
      line.clear();
    } else if (line.readableBytes() > LONGEST_LINE) {
      out.writeBytes(line);
      line.clear();
      state = State.OPAQUE;
    }
  }

  /** Methods are letters, and empty lines may come before them. */
  private static boolean beginsRequest(ByteBuf in) {
    byte first = in.getByte(in.readerIndex());
    return Character.isLetter(first) || Character.isWhitespace(first);
  }

  /** What to send in place of a line. */
  private String read(String text) {
    if (state == State.LINE) {
      begin(text);
    } else if (state == State.HEADER) {
      return header(text);
    } else if (state == State.CHUNK_SIZE) {
      chunk(text);
    } else if (text.isBlank()) {
      state = State.LINE;
    }
    return text;
  }

  private void begin(String text) {
    chunked = false;
    upgrades = false;
    offers = Optional.empty();
    left = 0;
    head.setLength(0);
    head.append(text);
    if (!text.isBlank()) {
      state = REQUEST.matcher(text).matches() ? State.HEADER : State.OPAQUE;
    }
  }

  private String header(String text) {
    head.append(text);
    if (text.isBlank()) {
      state = afterHead();
      return oneByOne && !upgrades ? "Connection: close\r\n" + text : text;
    }
    int colon = Math.max(text.indexOf(':'), 0);
    String value = text.substring(colon + 1).strip();
    switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "host" -> {
        return isRelay.test(value) ? text.replace(value, upstream) : text;
      }
      case "content-length" -> left = number(value, DECIMAL);
      case "transfer-encoding" -> chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
      case "upgrade" -> upgrades = true;
      case "sec-websocket-extensions" -> {
        return offered(value, text);
      }
      case "connection" -> {
        boolean stays = value.toLowerCase(Locale.ROOT).contains("upgrade");
        return oneByOne && !stays ? "" : text;
      }
      default -> {
        // The server's business.
      }
    }
    return text;
  }

  private String offered(String value, String text) {
    if (!keepsOffers) {
      return text;
    }
    offers = Optional.of(offers.map(earlier -> earlier + ", " + value).orElse(value));
    return "";
  }

  private State afterHead() {
    if (upgrades || left < 0) {
      return State.OPAQUE;
    } else if (chunked) {
      return State.CHUNK_SIZE;
    }
    return left > 0 ? State.BODY : State.LINE;
  }

  private void chunk(String text) {
    long size = number(text.replaceFirst(";.*", "").strip(), HEX);
    left = size + "\r\n".length();
    state = size > 0 ? State.CHUNK : size == 0 ? State.TRAILER : State.OPAQUE;
  }

  /** Less than nothing where it is no number: the server's to refuse, and we read no further. */
  private static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
