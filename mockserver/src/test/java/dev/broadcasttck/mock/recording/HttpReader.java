package dev.broadcasttck.mock.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.mock.recording.Event.Response;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an HTTP answer, and not a byte of what follows it. */
final class HttpReader {
  private final InputStream in;

  HttpReader(InputStream in) {
    this.in = in;
  }

  Response response() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    SortedMap<String, String> headers = headers();
    return new Response(status, headers, body(status, headers));
  }

  private SortedMap<String, String> headers() throws IOException {
    SortedMap<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(":", 2);
      headers.merge(
          header[0].toLowerCase(Locale.ROOT), header[1].strip(), (one, two) -> one + ", " + two);
    }
    return headers;
  }

  private String body(int status, SortedMap<String, String> headers) throws IOException {
    boolean hasNone = status == 101 || status == 204;
    int length = hasNone ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new String(in.readNBytes(length), UTF_8);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the answer ended in its head");
      }
      line.write(read);
    }
    return line.toString(UTF_8).stripTrailing();
  }
}
