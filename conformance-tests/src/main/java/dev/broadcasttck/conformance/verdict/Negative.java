package dev.broadcasttck.conformance.verdict;

import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.Locale;

/**
 * Something that did not happen, and how that is known.
 *
 * @param where the step that forbids it
 * @param barrier what it was waited for
 * @param grade what that is worth
 * @param because why no better grade can be had; empty where nothing is amiss
 * @param sent how often the forbidden message was sent
 * @param lastSent when it was sent last, on the tape's clock
 * @param cost from the last step until the barrier had come
 * @param watched how long the sockets were watched after the last forbidden message
 */
public record Negative(
    Location where,
    Barrier barrier,
    Grade grade,
    String because,
    int sent,
    Duration lastSent,
    Duration cost,
    Duration watched) {

  public Negative watchedFor(Duration time) {
    return new Negative(where, barrier, grade, because, sent, lastSent, cost, time);
  }

  /** The same where the barrier is no longer believed in: the time it was watched must do. */
  public Negative regraded(Grade lower, String why) {
    return new Negative(where, barrier, lower, why, sent, lastSent, cost, watched);
  }

  /** One line, such as {@code 0 of 20 leaked, grade A: the server's reply to it; …}. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "0 of %d leaked, grade %s: %s%s; watched for %.2f s",
        sent,
        grade,
        barrier,
        because.isEmpty() ? "" : " (" + because + ")",
        watched.toNanos() / 1e9);
  }
}
