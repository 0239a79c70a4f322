package dev.broadcasttck.conformance.scripted;

/**
 * A way to break an {@link Obligation}, written from its text; the scripted client can be told to.
 */
public enum Misbehaviour {
  /** A send that the server refuses never ends. */
  HANGS_ON_ERROR_ACK(Obligation.SETTLING),
  /** A send that is not acknowledged never ends. */
  NEVER_TIMES_OUT(Obligation.SETTLING),
  /** A send that the server refuses is told as ok. */
  TAKES_ERROR_FOR_OK(Obligation.SETTLING),
  /** A send that is not acknowledged is told as ok. */
  TAKES_SILENCE_FOR_OK(Obligation.SETTLING),
  /** A send whose socket ends never ends itself. */
  HANGS_WHEN_THE_SOCKET_ENDS(Obligation.SETTLING),
  /** An error acknowledgement on one channel silences the others. */
  DEAF_AFTER_ANOTHERS_ERROR(Obligation.NEIGHBOURS),
  /** A refused join of one channel silences the others. */
  DEAF_AFTER_ANOTHERS_JOIN_ERROR(Obligation.NEIGHBOURS),
  /** SUBSCRIBED is said as soon as the join is asked for. */
  SUBSCRIBED_TOO_EARLY(Obligation.HONEST_STATUS),
  /** SUBSCRIBED is said at an error reply. */
  SUBSCRIBED_DESPITE_ERROR(Obligation.HONEST_STATUS),
  /** SUBSCRIBED is said when no reply has come in time. */
  SUBSCRIBED_WITHOUT_REPLY(Obligation.HONEST_STATUS),
  /** A channel that the server closed counts as joined. */
  IGNORES_PHX_CLOSE(Obligation.SERVER_ENDS),
  /** A channel that crashed counts as joined. */
  IGNORES_PHX_ERROR(Obligation.SERVER_ENDS),
  /** The crash of the first join of a socket is overlooked. */
  FIRST_CHANNEL_IGNORES_PHX_ERROR(Obligation.SERVER_ENDS),
  /** The phx_close of an earlier join ends the current one. */
  HEEDS_STALE_CLOSE(Obligation.SERVER_ENDS),
  /** The phx_error of an earlier join ends the current one. */
  HEEDS_STALE_ERROR(Obligation.SERVER_ENDS),
  /** A lost socket is not opened again. */
  NO_RECONNECT(Obligation.COMING_BACK),
  /** A socket that the server closed with 1000 is not opened again. */
  NO_RECONNECT_AFTER_1000(Obligation.COMING_BACK),
  /** A socket that the server closed with 1001 is not opened again. */
  NO_RECONNECT_AFTER_1001(Obligation.COMING_BACK),
  /** A socket that was cut is not opened again. */
  NO_RECONNECT_AFTER_1006(Obligation.COMING_BACK),
  /** A socket that the server closed with 1011 is not opened again. */
  NO_RECONNECT_AFTER_1011(Obligation.COMING_BACK),
  /** A refused upgrade is not tried again. */
  GIVES_UP_WHEN_REFUSED(Obligation.COMING_BACK),
  /** The socket comes back, its channels do not. */
  NO_REJOIN(Obligation.COMING_BACK),
  /** The socket comes back with the first of its channels. */
  REJOINS_FIRST_CHANNEL_ONLY(Obligation.COMING_BACK),
  /** A channel that got an error stays out. */
  NO_REJOIN_AFTER_ERROR(Obligation.COMING_BACK),
  /** A channel joins again with the defaults. */
  REJOINS_WITHOUT_CONFIG(Obligation.COMING_BACK),
  /** A channel joins again with the token that it first had. */
  REJOINS_WITH_OLD_TOKEN(Obligation.COMING_BACK),
  /** A channel whose socket was lost delivers nothing any more. */
  LOSES_LISTENERS_AFTER_A_DROP(Obligation.COMING_BACK),
  /** A lost socket is opened again at once, and again. */
  RECONNECT_STORM(Obligation.COMING_BACK),
  /** A refused join is tried again at once, and again. */
  REJOIN_STORM(Obligation.COMING_BACK),
  /** A lost socket is replaced by two. */
  RECONNECTS_TWICE(Obligation.COMING_BACK),
  /** No heartbeat is sent. */
  NO_HEARTBEAT(Obligation.HEARTBEAT),
  /** Nobody looks whether heartbeats are answered. */
  FORGETS_HEARTBEAT_REPLY(Obligation.HEARTBEAT),
  /** A dead server is noticed after four intervals. */
  NOTICES_SILENCE_LATE(Obligation.HEARTBEAT),
  /** Traffic of the client takes the place of its heartbeat. */
  HEARTBEAT_WHEN_IDLE_ONLY(Obligation.HEARTBEAT),
  /** Heartbeats go to a topic that is not phoenix. */
  HEARTBEAT_ON_ANOTHER_TOPIC(Obligation.HEARTBEAT),
  /** After a reconnect two heartbeats beat. */
  TWO_HEARTBEATS_AFTER_RECONNECT(Obligation.HEARTBEAT),
  /** The user's keys stand beside the protocol's. */
  FLAT_PAYLOAD(Obligation.PAYLOAD),
  /** The user's payload gets a key of the protocol. */
  MUTATES_PAYLOAD(Obligation.PAYLOAD),
  /** The user's keys type, event and ids are not sent. */
  DROPS_USER_KEYS(Obligation.PAYLOAD),
  /** The user's keys type, event and ids are not told to listeners. */
  HEARS_WITHOUT_USER_KEYS(Obligation.PAYLOAD),
  /** Every listener is called for every event. */
  FILTERS_NOTHING(Obligation.LISTENERS),
  /** Every listener is called twice. */
  DOUBLE_DELIVERY(Obligation.LISTENERS),
  /** Only the first listener for an event is called. */
  ONE_LISTENER_ONLY(Obligation.LISTENERS),
  /** A listener misses its event in another case, which was promised. */
  MATCHES_ONE_CASE(Obligation.LISTENERS),
  /** A listener for * hears nothing but an event of that name. */
  STAR_IS_A_NAME(Obligation.LISTENERS),
  /** A listener hears the events whose names go on where its own ends. */
  MATCHES_PREFIXES(Obligation.LISTENERS),
  /** What is sent before the join goes over the socket. */
  SENDS_BEFORE_JOINED(Obligation.EARLY_SEND),
  /** The topic of a request has the socket's prefix. */
  REST_WITH_PREFIX(Obligation.EARLY_SEND),
  /** The Authorization header of a request is empty. */
  REST_EMPTY_AUTHORIZATION(Obligation.EARLY_SEND),
  /** A request lacks the apikey header. */
  REST_WITHOUT_KEY(Obligation.EARLY_SEND),
  /** The user's token stands in the apikey header of a request. */
  REST_TOKEN_AS_KEY(Obligation.EARLY_SEND),
  /** The names in a request's path are not escaped. */
  REST_UNESCAPED(Obligation.EARLY_SEND),
  /** A request is a PUT. */
  REST_BY_PUT(Obligation.EARLY_SEND),
  /** A private channel's message is sent as a public one. */
  REST_FORGETS_PRIVACY(Obligation.EARLY_SEND),
  /** Every answer is told as ok. */
  REST_ALWAYS_OK(Obligation.REST_RESULT),
  /** The answer 202 is told as an error. */
  REST_OK_IS_200_ONLY(Obligation.REST_RESULT),
  /** A request without an answer never ends. */
  REST_HANGS(Obligation.REST_RESULT),
  /** A request whose connection is cut never ends. */
  REST_HANGS_ON_RESET(Obligation.REST_RESULT),
  /** Acknowledged sends settle before their acknowledgement. */
  RESOLVES_EARLY(Obligation.REPLY_MATCHING),
  /** A reply settles the oldest send of the topic. */
  REPLY_BY_ORDER_NOT_REF(Obligation.REPLY_MATCHING),
  /** A second reply settles a send a second time. */
  SETTLES_TWICE(Obligation.REPLY_MATCHING),
  /** A reply to nothing ends the client. */
  DIES_OF_UNKNOWN_REPLY(Obligation.REPLY_MATCHING),
  /** Broadcasts carry no join_ref. */
  WITHOUT_JOIN_REF(Obligation.JOIN_REF),
  /** After a second join broadcasts carry the join_ref of the first. */
  STALE_JOIN_REF(Obligation.JOIN_REF),
  /** Broadcasts carry their own ref as join_ref. */
  PUSH_REF_AS_JOIN_REF(Obligation.JOIN_REF),
  /** A phx_leave carries no join_ref. */
  LEAVES_WITHOUT_JOIN_REF(Obligation.JOIN_REF),
  /** The first join of a channel carries no token. */
  FIRST_JOIN_WITHOUT_TOKEN(Obligation.FIRST_TOKEN),
  /** A join goes out while the user's function still looks for the token. */
  DOES_NOT_WAIT_FOR_THE_TOKEN(Obligation.FIRST_TOKEN),
  /** A join without a reply is waited for for ever. */
  JOIN_NEVER_TIMES_OUT(Obligation.JOIN_TIMEOUT),
  /** A join that timed out is not tried again. */
  NO_RETRY_AFTER_TIMEOUT(Obligation.JOIN_TIMEOUT),
  /** A join that got its ok is told as timed out later. */
  TIMES_OUT_AFTER_OK(Obligation.JOIN_TIMEOUT),
  /** A text frame that is no message ends the client. */
  DIES_OF_GARBAGE(Obligation.ROBUSTNESS),
  /** A binary frame that is no message ends the client. */
  DIES_OF_BINARY_GARBAGE(Obligation.ROBUSTNESS),
  /** A broadcast whose payload is no object ends the client. */
  DIES_OF_AN_ODD_PAYLOAD(Obligation.ROBUSTNESS),
  /** An event that it does not know ends the client. */
  DIES_OF_UNKNOWN_EVENT(Obligation.ROBUSTNESS),
  /** An error escapes once the user's function has yielded. */
  THROWS_AFTER_THE_TOKEN(Obligation.ROBUSTNESS),
  /** An error escapes where the user's function for the token fails. */
  THROWS_WHERE_THE_FUNCTION_FAILS(Obligation.ROBUSTNESS),
  /** Of many acknowledged sends under way the sixth is forgotten. */
  LOSES_ONE_OF_A_BURST(Obligation.BURST),
  /** More than ten sends in a second are told as ok and not sent. */
  SILENT_RATE_LIMIT(Obligation.BURST),
  /** Every other broadcast is overtaken by the next. */
  SENDS_OUT_OF_ORDER(Obligation.BURST),
  /** A channel is left without telling the server. */
  NO_PHX_LEAVE(Obligation.LEAVING),
  /** A channel that was left still delivers. */
  HEARS_AFTER_LEAVE(Obligation.LEAVING),
  /** Leaving one channel leaves all. */
  LEAVES_EVERYTHING(Obligation.LEAVING),
  /** Removing a channel that is not subscribed forgets all that are not. */
  FORGETS_THE_UNSUBSCRIBED(Obligation.LEAVING),
  /** A channel that was left cannot be subscribed again, and says nothing of it. */
  CANNOT_COME_BACK(Obligation.LEAVING),
  /** The client delivers its own broadcasts by itself, asked or not. */
  ECHOES_ITSELF(Obligation.ECHO),
  /** The client adds a copy of its own to the server's. */
  ECHOES_TWICE(Obligation.ECHO),
  /** The setting self is not passed on. */
  NEVER_ASKS_FOR_SELF(Obligation.ECHO),
  /** Own broadcasts are asked for by everyone. */
  ALWAYS_ASKS_FOR_SELF(Obligation.ECHO),
  /** The lengths in a binary frame count characters. */
  LENGTH_IN_CHARACTERS(Obligation.LONG_AND_FOREIGN),
  /** A binary frame has no length of its metadata. */
  WITHOUT_METADATA_LENGTH(Obligation.LONG_AND_FOREIGN),
  /** Letters beyond ASCII are sent as question marks. */
  LOSES_UNICODE(Obligation.LONG_AND_FOREIGN),
  /** Long payloads are cut. */
  CUTS_LONG_PAYLOADS(Obligation.LONG_AND_FOREIGN),
  /** Binary broadcasts are not heard. */
  DEAF_TO_BINARY_BROADCASTS(Obligation.VERSIONS),
  /** On version 2 text broadcasts are not heard. */
  DEAF_TO_TEXT_BROADCASTS(Obligation.VERSIONS),
  /** Version 1 is written as version 2. */
  ARRAYS_ON_VERSION_1(Obligation.VERSIONS),
  /** Joined channels do not show a new token. */
  RENEWED_TOKEN_NOT_SENT(Obligation.RENEWAL),
  /** Only the first channel shows a new token. */
  RENEWED_TOKEN_TO_FIRST_CHANNEL_ONLY(Obligation.RENEWAL),
  /** A channel that joins anew shows the token that the client first had. */
  RENEWED_TOKEN_NOT_IN_NEXT_JOIN(Obligation.RENEWAL),
  /** A token that the user took back is still used. */
  SIGN_OUT_KEEPS_THE_TOKEN(Obligation.RENEWAL),
  /** What a lookup yields is shown although a later one has yielded meanwhile. */
  EARLIER_LOOKUP_WINS(Obligation.RENEWAL),
  /** A token that was given by hand stays whatever the function yields. */
  BY_HAND_IS_FOR_EVER(Obligation.RENEWAL),
  /** Disconnecting leaves the socket open. */
  ZOMBIE_SOCKET(Obligation.NO_ZOMBIE),
  /** The client connects again although its user disconnected it. */
  RECONNECTS_BY_ITSELF(Obligation.NO_ZOMBIE),
  /** After a disconnect channels have no listeners any more. */
  LOSES_LISTENERS_ON_RECONNECT(Obligation.NO_ZOMBIE),
  /** A channel of a client that was disconnected cannot be subscribed again. */
  DEAD_AFTER_DISCONNECT(Obligation.NO_ZOMBIE);

  private final Obligation breaks;

  Misbehaviour(Obligation breaks) {
    this.breaks = breaks;
  }

  /** The obligation that it breaks. */
  public Obligation breaks() {
    return breaks;
  }
}
