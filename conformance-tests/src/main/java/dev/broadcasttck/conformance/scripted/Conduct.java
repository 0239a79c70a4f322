package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions in which a client is right or wrong, and how often it was wrong.
 *
 * @param wrongs how often each misbehaviour that it is to show has made a difference
 */
record Conduct(Map<Misbehaviour, AtomicInteger> wrongs) {
  private static final List<String> RESERVED = List.of("type", "event", "ids");
  private static final Set<String> KNOWN_EVENTS =
      Set.of("broadcast", "phx_close", "phx_error", "system", "presence_state", "presence_diff");

  static Conduct with(Set<Misbehaviour> misbehaviours) {
    return new Conduct(
        misbehaviours.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), m -> new AtomicInteger())));
  }

  /** Whether to be wrong now; asked where it makes a difference, and counted. */
  boolean does(Misbehaviour misbehaviour) {
    AtomicInteger times = wrongs.get(misbehaviour);
    if (times != null) {
      times.incrementAndGet();
    }
    return times != null;
  }

  /** Whether a lost socket is opened again. */
  boolean comesBack(Ending ending) {
    Misbehaviour excuse =
        switch (ending) {
          case REFUSED -> Misbehaviour.GIVES_UP_WHEN_REFUSED;
          case CUT -> Misbehaviour.NO_RECONNECT_AFTER_1006;
          case NORMAL -> Misbehaviour.NO_RECONNECT_AFTER_1000;
          case GOING_AWAY -> Misbehaviour.NO_RECONNECT_AFTER_1001;
          case SERVER_ERROR -> Misbehaviour.NO_RECONNECT_AFTER_1011;
          case CLOSED -> Misbehaviour.NO_RECONNECT;
        };
    return !does(excuse) && !does(Misbehaviour.NO_RECONNECT);
  }

  /** Whether a channel joins again when the socket is back. */
  boolean rejoins(boolean first) {
    return !does(Misbehaviour.NO_REJOIN)
        && (first || !does(Misbehaviour.REJOINS_FIRST_CHANNEL_ONLY));
  }

  /** Whether a channel joins again that got an error, or no reply. */
  boolean retries(Status status) {
    return !does(
        status == Status.TIMED_OUT
            ? Misbehaviour.NO_RETRY_AFTER_TIMEOUT
            : Misbehaviour.NO_REJOIN_AFTER_ERROR);
  }

  /** What the reply to a join is taken for. */
  Reply takenFor(Reply reply) {
    boolean trusting =
        (reply == Reply.ERROR && does(Misbehaviour.SUBSCRIBED_DESPITE_ERROR))
            || (reply == Reply.TIMED_OUT && does(Misbehaviour.SUBSCRIBED_WITHOUT_REPLY));
    return trusting ? Reply.OK : reply;
  }

  /** What the user is told of the reply to a send, if anything. */
  Optional<Reply> told(Reply reply) {
    boolean silent =
        switch (reply) {
          case OK -> false;
          case ERROR -> does(Misbehaviour.HANGS_ON_ERROR_ACK);
          case TIMED_OUT -> does(Misbehaviour.NEVER_TIMES_OUT);
          case LOST -> does(Misbehaviour.HANGS_WHEN_THE_SOCKET_ENDS);
        };
    boolean trusting =
        (reply == Reply.ERROR && does(Misbehaviour.TAKES_ERROR_FOR_OK))
            || (reply == Reply.TIMED_OUT && does(Misbehaviour.TAKES_SILENCE_FOR_OK));
    return silent ? Optional.empty() : Optional.of(trusting ? Reply.OK : reply);
  }

  /** Whether the end of an earlier join is taken for the end of the current one. */
  boolean heedsStale(Status status) {
    return does(
        status == Status.CLOSED ? Misbehaviour.HEEDS_STALE_CLOSE : Misbehaviour.HEEDS_STALE_ERROR);
  }

  /** Whether the end of a join is overlooked. */
  boolean ignores(Status status, boolean firstOfSocket) {
    if (status == Status.CLOSED) {
      return does(Misbehaviour.IGNORES_PHX_CLOSE);
    }
    return does(Misbehaviour.IGNORES_PHX_ERROR)
        || (firstOfSocket && does(Misbehaviour.FIRST_CHANNEL_IGNORES_PHX_ERROR));
  }

  /** Whether a subscribe does nothing. */
  boolean staysAway(boolean hasLeft, boolean disconnected) {
    return (hasLeft && does(Misbehaviour.CANNOT_COME_BACK))
        || (disconnected && does(Misbehaviour.DEAD_AFTER_DISCONNECT));
  }

  boolean asksForSelf(ChannelOptions options) {
    return options.self()
        ? !does(Misbehaviour.NEVER_ASKS_FOR_SELF)
        : does(Misbehaviour.ALWAYS_ASKS_FOR_SELF);
  }

  /** Whether a join shows the token that the client first had. */
  boolean showsOldToken(boolean anew) {
    return does(
        anew ? Misbehaviour.RENEWED_TOKEN_NOT_IN_NEXT_JOIN : Misbehaviour.REJOINS_WITH_OLD_TOKEN);
  }

  /** Whether a joined channel shows a new token. */
  boolean renews(boolean first) {
    return !does(Misbehaviour.RENEWED_TOKEN_NOT_SENT)
        && (first || !does(Misbehaviour.RENEWED_TOKEN_TO_FIRST_CHANNEL_ONLY));
  }

  /** Whether the client delivers what it sends by itself. */
  boolean echoes(ChannelOptions options) {
    return does(options.self() ? Misbehaviour.ECHOES_TWICE : Misbehaviour.ECHOES_ITSELF);
  }

  /** Whether a frame is not heard for its framing. */
  boolean isDeafTo(ProtocolVersion vsn, Encoding kind, Envelope envelope) {
    return vsn == ProtocolVersion.V2
        && envelope.event().equals("broadcast")
        && does(
            kind == Encoding.BINARY
                ? Misbehaviour.DEAF_TO_BINARY_BROADCASTS
                : Misbehaviour.DEAF_TO_TEXT_BROADCASTS);
  }

  /** Whether an event ends the client. */
  boolean diesOf(String event) {
    return !KNOWN_EVENTS.contains(event) && does(Misbehaviour.DIES_OF_UNKNOWN_EVENT);
  }

  /** Whether a listener is called for a broadcast's event. */
  boolean calls(Listener listener, String event) {
    if (!listener.wants(event)) {
      return does(Misbehaviour.FILTERS_NOTHING)
          || (event.startsWith(listener.event()) && does(Misbehaviour.MATCHES_PREFIXES));
    }
    if (listener.event().equals("*")) {
      return !does(Misbehaviour.STAR_IS_A_NAME);
    }
    return listener.event().equals(event) || !does(Misbehaviour.MATCHES_ONE_CASE);
  }

  /** A broadcast's payload as listeners get it. */
  JsonNode payloadHeard(JsonNode payload) {
    boolean hasReserved = RESERVED.stream().anyMatch(payload::has);
    return hasReserved && does(Misbehaviour.HEARS_WITHOUT_USER_KEYS)
        ? ((ObjectNode) payload.deepCopy()).remove(RESERVED)
        : payload;
  }
}
