package dev.broadcasttck.mock.project;

import java.time.Duration;

/**
 * The accidents of a server: what one server happens to do and nobody is promised.
 *
 * @param joinErrorDelay how long the reply to a failing join is kept back, and its socket with it
 * @param refusalDelay how long the refusal of a socket is kept back
 * @param databaseStart how long the first subscription to database changes takes
 * @param databaseAnswer how long each further one takes
 * @param closesIdleSockets whether a socket is closed 60 to 66 seconds after its last frame
 * @param averagesRates whether limits of rates hold on the average of ticks only
 * @param bare whether there is no gateway in front, so that the paths are without its prefix
 */
public record Profile(
    Duration joinErrorDelay,
    Duration refusalDelay,
    Duration databaseStart,
    Duration databaseAnswer,
    boolean closesIdleSockets,
    boolean averagesRates,
    boolean bare) {

  /** No accidents: all is answered at once, under the paths of both the gateway and the server. */
  public static final Profile PLAIN =
      new Profile(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, false, false, false);

  /** As the server of the recordings did it: supabase/realtime 2.129.8. */
  public static final Profile AS_RECORDED =
      new Profile(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofMillis(1600),
          Duration.ofMillis(3),
          true,
          true,
          true);
}
