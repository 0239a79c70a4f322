package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Bytes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param path as on the wire, percent signs included, without the query
 * @param query decoded; of several values of one name the first
 * @param headers by name in lower case; of several of one name the first
 */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Bytes body) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** Whether the path has a gateway's prefix. */
  public boolean isForGateway() {
    return Path.of(path).filter(Path::behindGateway).isPresent();
  }

  /** The media type of the body without its parameters, in lower case. */
  Optional<String> mediaType() {
    return header("content-type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }
}
