package dev.broadcasttck.mock.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The segments of a path, decoded, without empty ones.
 *
 * @param behindGateway whether a gateway's prefix stood in front, and what leads to it, which the
 *     segments no longer hold
 */
public record Path(boolean behindGateway, List<String> segments) {
  private static final List<String> GATEWAY = List.of("realtime", "v1");
  private static final Set<String> MOCK = Set.of("socket", "api", "healthz");

  /** Empty where a percent sign is not followed by two digits. */
  public static Optional<Path> of(String raw) {
    try {
      List<String> all =
          Arrays.stream(raw.split("/")).filter(s -> !s.isEmpty()).map(Path::decode).toList();
      int gateway = Collections.indexOfSubList(all, GATEWAY);
      return Optional.of(
          gateway < 0
              ? new Path(false, all)
              : new Path(true, all.subList(gateway + GATEWAY.size(), all.size())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decode(String segment) {
    // A plus is a plus in a path.
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether these are the segments. */
  public boolean is(String... names) {
    return segments.equals(List.of(names));
  }

  /** Whether the mock is the one that answers here, if only with 404. */
  public boolean isOfMock() {
    return behindGateway || (!segments.isEmpty() && MOCK.contains(segments.get(0)));
  }

  boolean isSocket() {
    return behindGateway ? is("websocket") : is("socket", "websocket");
  }

  boolean isLongPoll() {
    return is(behindGateway ? new String[] {"longpoll"} : new String[] {"socket", "longpoll"});
  }

  /** Whether this is {@code api/tenants/NAME/reload}. */
  boolean isReload() {
    return segments.size() == 4
        && segments.subList(0, 2).equals(List.of("api", "tenants"))
        && segments.get(3).equals("reload");
  }

  /** Whether this is {@code api/broadcast/TOPIC/events/EVENT}. */
  public boolean isSingleEvent() {
    return segments.size() == 5
        && segments.subList(0, 2).equals(List.of("api", "broadcast"))
        && segments.get(3).equals("events");
  }
}
