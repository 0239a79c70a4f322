package dev.broadcasttck.mock.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.mock.recording.Event.Act;
import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.Connect;
import dev.broadcasttck.mock.recording.Event.HangUp;
import dev.broadcasttck.mock.recording.Event.Receive;
import dev.broadcasttck.mock.recording.Event.Request;
import dev.broadcasttck.mock.recording.Event.Response;
import dev.broadcasttck.mock.recording.Event.Send;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that knows nothing but one recording, and gives the recorded answers when it is their
 * turn: the counterpart with which the player itself is tested.
 */
final class Understudy implements AutoCloseable {
  private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: (\\d+)");
  private static final int MASKED_AND_LONG = 0xfe;

  private final Recording recording;
  private final TokenMint tokens;
  private final ServerSocket door;
  private final Map<String, Socket> guests = new HashMap<>();

  private Understudy(Recording recording, TokenMint tokens) throws IOException {
    this.recording = recording;
    this.tokens = tokens;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** What it can play: sockets and requests, with frames of moderate size. */
  static boolean knows(Recording recording) {
    return recording.rows().size() < 200
        && recording.rows().stream().allMatch(row -> knows(row.event()));
  }

  private static boolean knows(Event event) {
    return !(event instanceof Event.Behind
        || event instanceof Event.Drop
        || event instanceof Event.SendRaw
        || event instanceof Event.Head
        || (event instanceof Send send && send.frame().content().length() > 4_000));
  }

  static Understudy of(Recording recording, TokenMint tokens) throws IOException {
    Understudy understudy = new Understudy(recording, tokens);
    Thread thread = new Thread(understudy::act, "understudy");
    thread.setDaemon(true);
    thread.start();
    return understudy;
  }

  int port() {
    return door.getLocalPort();
  }

  private void act() {
    try {
      for (Row row : recording.rows()) {
        if (row.event() instanceof Act act) {
          await(row.conn(), act);
        } else if (row.event() instanceof Answer answer) {
          guests.get(row.conn()).getOutputStream().write(bytes(answer));
        }
      }
    } catch (IOException left) {
      // The player has seen enough.
    }
  }

  private void await(String conn, Act act) throws IOException {
    if (act instanceof Connect || act instanceof Request) {
      Socket guest = door.accept();
      guest.setTcpNoDelay(true);
      guests.put(conn, guest);
      awaitRequest(in(conn));
    } else if (act instanceof Send send) {
      awaitFrame(in(conn), tokens.fill(send.frame()).payload());
    } else if (act instanceof HangUp) {
      awaitFrame(in(conn), new byte[] {3, (byte) 0xe8});
    }
  }

  private DataInputStream in(String conn) throws IOException {
    return new DataInputStream(guests.get(conn).getInputStream());
  }

  private static void awaitRequest(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    Matcher length = CONTENT_LENGTH.matcher(head);
    in.skipNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
  }

  private static void awaitFrame(DataInputStream in, byte[] expected) throws IOException {
    in.readByte();
    in.skipNBytes(in.readUnsignedByte() == MASKED_AND_LONG ? 2 : 0);
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(expected.length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % mask.length];
    }
    if (!Arrays.equals(payload, expected)) {
      throw new IOException("not my cue: " + new String(payload, UTF_8));
    }
  }

  private static byte[] bytes(Answer answer) {
    if (answer instanceof Response response) {
      return head(response).getBytes(UTF_8);
    } else if (answer instanceof Receive receive) {
      return frame(receive.frame().kind().opcode, receive.frame().payload());
    }
    Closed closed = (Closed) answer;
    return frame(8, ByteBuffer.allocate(2).putShort((short) closed.code()).array());
  }

  private static String head(Response response) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " As Recorded\r\n");
    response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head + "\r\n" + response.body();
  }

  private static byte[] frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    frame.put(payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket guest : guests.values()) {
      guest.close();
    }
  }
}
