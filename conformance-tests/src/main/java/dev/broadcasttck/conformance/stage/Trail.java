package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What became of a broadcast, read from the tape: its push, the reply to it, its deliveries and its
 * settlement. The wire decides; what the client says is one of the things looked at.
 *
 * @param sent the broadcast
 */
public record Trail(Sent sent) {

  /** The frame in which the broadcast went to the server. */
  public Optional<Entry> push(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.number() > sent.calledAt() && entry.actor().equals(sent.actor()))
        .filter(
            entry -> entry.what() instanceof FrameSent frame && carries(frame.frame(), sent.part()))
        .findFirst();
  }

  /** The server's reply to the push. */
  public Optional<Entry> reply(List<Entry> entries) {
    return push(entries).flatMap(push -> reply(entries, push));
  }

  /** The answer to the request that carried it, where it went over REST. */
  public Optional<Entry> answer(List<Entry> entries) {
    Optional<String> call =
        entries.stream()
            .filter(entry -> entry.number() > sent.calledAt())
            .filter(entry -> entry.actor().equals(sent.actor()))
            .flatMap(entry -> call(entry).stream())
            .findFirst();
    return entries.stream()
        .filter(
            entry ->
                entry.what() instanceof ResponseReceived response
                    && call.equals(Optional.of(response.call())))
        .findFirst();
  }

  private static Optional<String> call(Entry entry) {
    return entry.what() instanceof RequestSent request
        ? Optional.of(request.call())
        : Optional.empty();
  }

  /** What the client said of the send's end. */
  public Optional<Entry> settlement(List<Entry> entries) {
    return entries.stream()
        .filter(
            entry ->
                entry.what() instanceof SendSettled settled
                    && settled.send().equals(sent.send())
                    && entry.actor().equals(sent.actor()))
        .findFirst();
  }

  /** The frames in which an actor got the broadcast. */
  public Stream<Entry> deliveries(List<Entry> entries, String actor) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(actor) && entry.number() > sent.calledAt())
        .filter(
            entry ->
                entry.what() instanceof FrameReceived received
                    && carries(received.frame(), sent.part()));
  }

  /** The reply to leaving the channel after it. */
  public static Optional<Entry> leaveReply(List<Entry> entries, Sent sent) {
    return entries.stream()
        .filter(entry -> entry.number() > sent.calledAt() && entry.actor().equals(sent.actor()))
        .filter(entry -> isPush(entry, sent.part(), "phx_leave"))
        .findFirst()
        .flatMap(leave -> reply(entries, leave));
  }

  /** The reply to a push that the tape holds: same socket, same reference, after it. */
  public static Optional<Entry> reply(List<Entry> entries, Entry push) {
    if (!(push.what() instanceof FrameSent sentFrame)) {
      return Optional.empty();
    }
    Optional<JsonNode> ref = envelope(sentFrame.frame()).map(Envelope::ref);
    return entries.stream()
        .filter(entry -> entry.number() > push.number())
        .filter(
            entry ->
                entry.what() instanceof FrameReceived received
                    && received.socket().equals(sentFrame.socket())
                    && envelope(received.frame())
                        .filter(e -> e.event().equals("phx_reply"))
                        .map(Envelope::ref)
                        .equals(ref))
        .findFirst();
  }

  /** Whether an entry is a push of that event on a channel's topic. */
  public static boolean isPush(Entry entry, Part part, String event) {
    return entry.what() instanceof FrameSent sent
        && envelope(sent.frame())
            .filter(e -> e.topic().equals(part.socketTopic()) && e.event().equals(event))
            .isPresent();
  }

  /** The {@code status} of a reply: {@code ok} or {@code error}. */
  public static String status(Entry reply) {
    return reply.what() instanceof FrameReceived received
        ? envelope(received.frame())
            .map(e -> e.payload().path("status").asString("none"))
            .orElse("none")
        : "none";
  }

  /** The message that a frame holds, if it can be read. */
  public static Optional<Envelope> envelope(Frame frame) {
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }

  private boolean carries(Frame frame, Part part) {
    return envelope(frame)
        .filter(e -> e.topic().equals(part.socketTopic()) && e.event().equals("broadcast"))
        .map(Envelope::payload)
        .filter(p -> p.path("event").asString("").equals(sent.event()))
        .filter(p -> JsonPattern.literal(sent.payload()).matches(p.path("payload")))
        .isPresent();
  }
}
