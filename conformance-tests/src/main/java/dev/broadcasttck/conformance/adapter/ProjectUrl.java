package dev.broadcasttck.conformance.adapter;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import java.net.URI;

/** The address of a project as the users of client libraries know it. */
public final class ProjectUrl {
  private static final String REST = "/realtime/v1/api/broadcast";

  private ProjectUrl() {}

  /**
   * The project's address, such as {@code https://HOST}.
   *
   * @throws AdapterBroken if the endpoint is not where client libraries look for it
   */
  public static URI of(Endpoint endpoint) {
    String address = endpoint.broadcast().toString();
    if (!address.endsWith(REST)) {
      throw new AdapterBroken(
          "client libraries look for a server at PROJECT%s, and this one is at %s"
              .formatted(REST, address));
    }
    return URI.create(address.substring(0, address.length() - REST.length()));
  }
}
