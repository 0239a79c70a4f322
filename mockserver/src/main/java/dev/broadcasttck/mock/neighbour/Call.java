package dev.broadcasttck.mock.neighbour;

import dev.broadcasttck.mock.message.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP request with all that it says.
 *
 * @param uri as on the wire, with its query
 * @param headers in their order, names that come again among them
 * @param client the address that it came from
 */
public record Call(String method, String uri, List<Header> headers, Bytes body, String client) {
  public Call {
    headers = List.copyOf(headers);
  }

  /** The first value of a header, however its name is spelled. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** The URI without its query. */
  public String path() {
    return uri.split("\\?", 2)[0];
  }
}
