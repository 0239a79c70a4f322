package dev.broadcasttck.conformance.kill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why it is right that a scenario takes no notice of a fault, or too much.
 *
 * @param faults the names of the faults, as a pattern
 * @param reason in one sentence
 */
public record Excuse(Pattern faults, String reason) {

  /** Why scenarios that prove something else are red; the first that is for a fault counts. */
  public static final List<Excuse> COLLATERAL =
      List.of(
          of(
              "NO_SOCKET|SECOND_SOCKET_OF_A_KEY_REFUSED|NO_TOKEN_IS_TAKEN|JOIN_NEEDS_A_TOKEN",
              "Every script opens sockets and joins, with a key."),
          of(
              "(JOIN|SETTINGS|FAILED_JOIN)_.*|FRAME_BEHIND_A_JOIN_LOST|PRIVATE_(BY_DEFAULT|JOIN_REFUSED)",
              "Every script joins a topic before it comes to what it is about."),
          of(
              "(PRESENCE|NO_PRESENCE|CHANGES)_.*",
              "What is said behind a join comes between the frames that a script expects."),
          of(
              "(OBJECTS?|ARRAY)_.*|REFS_SWAPPED|TEXT_.*|KIND_3_.*|LAST_BYTE_LOST|BINARY_.*"
                  + "|BROADCAST_(WITH|UN|ON).*|BYTES_.*",
              "All frames of a kind are written so, and every script reads some."),
          of(
              "(ECHO|LEAK|COPY|OWN_COPY_(TWICE|ON|TO)|REST_LEAK|SINGLE_LEAK|REPLY_UNASKED)(_.*)?"
                  + "|.*_TWICE|.*_LATE_AGAIN|ACK_(TWICE|UNASKED|BY_DEFAULT|IS_SELF_TOO)|SELF_(BY|STICKS).*"
                  + "|TOO_LARGE_SAID_UNASKED|KEPT_.*|SOCKETS_REPLAYED|.*_SPREADS?"
                  + "|RENEWAL_ANSWERED|REPLAY_ALWAYS|STAR_.*|PUBLIC_AND_.*",
              "A frame that no step explains fails the script of a socket, whatever it is about."),
          of(
              "NOBODY_.*|(ONE_IN|LARGE|BINARY|OWN_COPY|PRIVATE_BROADCAST|RESERVED|LONG)_.*LOST.*"
                  + "|.*_HEARS?_NOTHING|SOCKETS_SPREAD_NOTHING|REST_(UN|NOT|HEEDS).*|SELF_UNHEARD"
                  + "|OWN_(COPY_MISSING|USER).*|END_OF_.*|WHO_LEAVES_.*|FIRST_EVENT_ONLY"
                  + "|NO_OWN_COPY.*|.*FORGOTTEN|.*SILENCES.*|DATABASE_UNHEARD|.*NOT_TO_.*"
                  + "|.*TWO_SWAPPED|BROADCASTS_LOST.*|FRAMES_.*|EVERY_SEVENTH.*|ONLY_.*|SAME_.*",
              "Scripts know by a broadcast that arrives where a conversation stands."),
          of(
              "(TYPE|NAME|INNER|PAYLOAD|NUMBERS|NULLS|EMPTY|BOOLEANS|ASCII|BIG|EVENT|LONG|USER|KEYS"
                  + "|DECIMALS|STRINGS|LETTERS|EMOJI|BACKSLASHES|LINE|NEGATIVE|DEEP|LISTS|SPACES)_.*"
                  + "|OWN_COPY_MARKED|REST_(SAYS_ITS|NUMBERS|ID|LETTERS).*|DATABASE_.*",
              "A broadcast is compared with what was sent, whatever the script is about."),
          of(
              "(ACKS?|HEARTBEAT|ONE_HEARTBEAT|FIRST_HEARTBEAT|LEAVE|UNJOINED|TOO_LARGE|EVERY)_.*"
                  + "|NUMBER_OF_.*|REPLY_WITH_.*|RESPONSE_LOST|NAMES_IN_.*|PUSH_.*|WRONG_JOIN_REF.*|LEFT_.*",
              "Scripts send heartbeats, acknowledged broadcasts and leaves on their way."),
          of(
              "(CLOSE|FAILED_CHANNEL|OLD_CHANNEL|CLOSED)_.*|SYSTEM_.*",
              "Scripts leave topics and end sockets on their way."),
          of(
              "EVERYBODY_.*|READERS_WRITE|SUSPENDED_.*|.*_IS_TAKEN|REST_.*|SINGLE_.*|.*_REFUSED"
                  + "|UNKNOWN_.*|.*_UNLIMITED",
              "One decision of a server is behind several rules."));

  /** Why a scenario that proves what a fault breaks passes although the fault shows. */
  public static final List<Excuse> SPARED =
      List.of(
          of(
              ".*_AFTER_\\d+_MS|.*_NEXT_TICK",
              "What is late comes when the script is over; the others are watched for longer."),
          of(
              ".*_ONE_IN_.*|ONE_.*|FIRST_.*",
              "What is seldom may show between the lines, where the suite measures its barriers."),
          of(
              "ECHO_TO_LAST_JOINER",
              "The last joiner of some scripts only sends what the suite itself looks out for."),
          of(
              "LEAK_ON_SECOND_TOPIC",
              "The client with two topics is the sender in some scripts, where nobody looks for it."),
          of("TWO_SWAPPED", "Of two members each is late in its turn, and keeps its own order."),
          of("HEARTBEAT_KEEPS_JOIN_REF", "Frames of version 1.0.0 have no join_ref."),
          of("CLOSE_ON_ANOTHER_TOPIC", "The other topic goes on, which is what the story tells."),
          of(
              "BINARY_PUSH_.*|TEXT_BROADCAST_AS_BINARY",
              "One script looks at what a frame says, the other at how it is framed."),
          of("READERS_WRITE|JOIN_NEEDS_A_TOKEN", "Who may not even read is refused all the same."));

  /** Why a fault shows in the scenarios of one file only. */
  public static final List<Excuse> IN_ONE_FILE =
      List.of(
          of(
              "TOO_MANY_(USERS|JOINS)_.*|BATCH_TOO_LARGE_.*|CHANNELS?_(TOO|OF).*|REST_SUSPENDED_.*",
              "It takes a project that was prepared for one purpose, and so do no other scenarios."));

  private static Excuse of(String faults, String reason) {
    return new Excuse(Pattern.compile(faults), reason);
  }

  boolean isFor(String fault) {
    return faults.matcher(fault).matches();
  }

  /** The one that counts for a fault. */
  static Optional<Excuse> first(List<Excuse> excuses, String fault) {
    return excuses.stream().filter(excuse -> excuse.isFor(fault)).findFirst();
  }

  /** Whether one of them is for a fault. */
  public static boolean isAmong(List<Excuse> excuses, String fault) {
    return first(excuses, fault).isPresent();
  }
}
