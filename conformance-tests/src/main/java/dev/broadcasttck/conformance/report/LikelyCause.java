package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.CloseSent;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestLost;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is probably behind a verdict that is not green, for somebody who does not know the protocol.
 * A guess from the tape: the sentence is the same wherever the cause is the same.
 *
 * @param result that is to be explained
 */
public record LikelyCause(Result result) {
  private static final String BROADCAST = "broadcast";
  private static final int HTTP_ERROR = 400;

  /** Empty where nothing can be guessed, or there is nothing to explain. */
  public Optional<String> sentence() {
    boolean isExplained =
        result.verdict() == Verdict.PASSED || result.verdict() == Verdict.NOT_APPLICABLE;
    if (isExplained || result.findings().isEmpty()) {
      return Optional.empty();
    }
    if (result.verdict() == Verdict.HARNESS_ERROR) {
      return Optional.of("The suite itself is at fault; the subject may well be right.");
    }
    return Stream.<Supplier<Optional<String>>>of(
            this::throwing, this::frame, this::ending, this::refusal, this::silence)
        .flatMap(guess -> guess.get().stream())
        .findFirst();
  }

  private Optional<String> throwing() {
    return last(UncaughtSaid.class).map(it -> "An error escapes from the client library.");
  }

  /** Of the frame that the finding names, which others may have got too. */
  private Optional<String> frame() {
    return result.tape().stream()
        .filter(entry -> entry.what() instanceof FrameReceived it && isNamed(it))
        .min(Comparator.comparing(entry -> !actual().contains(entry.actor())))
        .flatMap(entry -> envelope(entry).flatMap(came -> about(entry, came)));
  }

  private boolean isNamed(FrameReceived received) {
    return actual().contains(received.frame().content())
        || actual().contains(received.frame().inWords());
  }

  private String actual() {
    return result.findings().stream().findFirst().map(Finding::actual).orElse("");
  }

  private Optional<String> about(Entry entry, Envelope came) {
    return switch (came.event()) {
      case BROADCAST -> Optional.of(aboutBroadcast(entry, came));
      case "phx_reply" ->
          Optional.of(came.payload().path("status").asString(""))
              .filter(status -> status.equals("error"))
              .map(error -> "The server answers with an error where it ought to agree.");
      case "phx_error", "phx_close" ->
          Optional.of("The server ends the channel by itself (" + came.event() + ").");
      default -> Optional.empty();
    };
  }

  private String aboutBroadcast(Entry entry, Envelope came) {
    if (isBy(entry.actor(), came)) {
      return "The server sends a broadcast back to its own sender, who did not ask for that.";
    }
    long times =
        result.tape().stream()
            .filter(it -> it.what() instanceof FrameReceived && it.actor().equals(entry.actor()))
            .filter(it -> envelope(it).filter(other -> isSame(other, came)).isPresent())
            .count();
    return times > 1
        ? "The server delivers a broadcast more than once to the same client."
        : "A broadcast reaches somebody at a time, or in a form, in which it ought not to.";
  }

  private boolean isBy(String actor, Envelope came) {
    return result.tape().stream()
        .filter(it -> it.what() instanceof FrameSent && it.actor().equals(actor))
        .anyMatch(it -> envelope(it).filter(sent -> isSame(sent, came)).isPresent());
  }

  private static boolean isSame(Envelope one, Envelope other) {
    return one.event().equals(other.event())
        && one.topic().equals(other.topic())
        && inner(one, "event").equals(inner(other, "event"))
        && inner(one, "payload").equals(inner(other, "payload"));
  }

  private static String inner(Envelope envelope, String member) {
    return envelope.payload().path(member).toString();
  }

  private static Optional<Envelope> envelope(Entry entry) {
    Reading reading =
        entry.what() instanceof FrameSent sent
            ? sent.frame().reading()
            : entry.what() instanceof FrameReceived received ? received.frame().reading() : null;
    return reading instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }

  /** A socket that ended, and was not told to. */
  private Optional<String> ending() {
    List<String> closing =
        result.tape().stream()
            .flatMap(it -> it.what() instanceof CloseSent c ? Stream.of(c.socket()) : Stream.of())
            .toList();
    Optional<String> closed =
        last(SocketClosed.class)
            .filter(it -> !closing.contains(it.socket()))
            .map(it -> "The server closes the socket by itself, with code " + it.code() + ".");
    return closed.or(
        () ->
            last(SocketLost.class)
                .filter(it -> !closing.contains(it.socket()))
                .map(it -> "The connection is lost, without a close frame."));
  }

  private Optional<String> refusal() {
    Optional<String> socket =
        last(SocketRefused.class)
            .map(it -> "The server refuses the WebSocket with HTTP " + it.status() + ".");
    return socket
        .or(
            () ->
                last(ResponseReceived.class)
                    .filter(it -> it.status() >= HTTP_ERROR)
                    .map(it -> "The server refuses a request with HTTP " + it.status() + "."))
        .or(() -> last(RequestLost.class).map(it -> "The server does not answer a request."));
  }

  /** The last thing on the wire went out, and nothing came of it. */
  private Optional<String> silence() {
    List<Entry> frames =
        result.tape().stream()
            .filter(it -> it.what() instanceof FrameSent || it.what() instanceof FrameReceived)
            .toList();
    return frames.isEmpty() || !(frames.get(frames.size() - 1).what() instanceof FrameSent)
        ? Optional.empty()
        : envelope(frames.get(frames.size() - 1))
            .map(sent -> "After the last `" + sent.event() + "` nothing comes from the server.");
  }

  private <T> Optional<T> last(Class<T> kind) {
    return result.tape().stream()
        .map(Entry::what)
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((earlier, later) -> Objects.requireNonNull(later));
  }
}
