package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.lint.Channel.Stage;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client pushes into its channels. What it may have sent before it learnt that the server
 * ended the channel is not held against it.
 */
record Pushes(Conversation socket, Channels channels) implements Law {
  private static final String PREFIX = "realtime:";

  @Override
  public List<Violation> read(Line line) {
    Optional<Envelope> message = line.pushed().filter(it -> !it.topic().equals("phoenix"));
    if (message.isEmpty() || !socket.isOrderly() || isMisread(line, message.get())) {
      return List.of();
    }
    Optional<Channel> channel = channels.of(message.get().topic());
    return switch (message.get().event()) {
      case "phx_join" -> topic(line, message.get()).toList();
      case "phx_leave" ->
          Stream.concat(secondLeave(line, channel), joinRef(line, message.get(), channel)).toList();
      case "broadcast" ->
          Stream.concat(
                  unjoined(line, channel, Pushes::sendRule), joinRef(line, message.get(), channel))
              .toList();
      case "access_token" ->
          Stream.concat(
                  unjoined(line, channel, at -> "CTOKEN-6"), joinRef(line, message.get(), channel))
              .toList();
      default -> joinRef(line, message.get(), channel).toList();
    };
  }

  private static boolean isMisread(Line line, Envelope message) {
    return line.frame().kind() == Encoding.BINARY
        && UnreadablePushes.isCut(message, line.frame().content());
  }

  private static Stream<Violation> topic(Line line, Envelope join) {
    return join.topic().startsWith(PREFIX) && join.topic().length() > PREFIX.length()
        ? Stream.empty()
        : Stream.of(line.breaks("CJOIN-1", "a topic that is realtime: and a name", "it joins"));
  }

  private static Stream<Violation> secondLeave(Line line, Optional<Channel> channel) {
    return channel.filter(it -> it.is(Stage.LEFT)).stream()
        .map(it -> line.breaks("CLEAVE-1", "one phx_leave for one join", "another one follows"));
  }

  /** By which rule nothing may be sent yet, or any more. */
  @FunctionalInterface
  private interface RuleAt {
    String rule(Stage stage);
  }

  private static String sendRule(Stage stage) {
    return switch (stage) {
      case ASKED -> "CSEND-1";
      case REFUSED -> "CSEND-2";
      default -> "CSEND-3";
    };
  }

  private Stream<Violation> unjoined(Line line, Optional<Channel> channel, RuleAt rules) {
    if (channel.isEmpty()) {
      String rule = rules.rule(Stage.ASKED).equals("CTOKEN-6") ? "CTOKEN-6" : "SEND-1";
      return Stream.of(line)
          .filter(it -> channels.knowsAll())
          .map(it -> it.breaks(rule, "a join before it", "the topic was never joined here"));
    }
    return channel.filter(Pushes::isOut).stream()
        .map(it -> line.breaks(rules.rule(it.stage()), "a channel that is joined", words(it)));
  }

  private static boolean isOut(Channel channel) {
    return switch (channel.stage()) {
      case ASKED -> !channel.takesOver();
      case REFUSED -> !channel.takesOver();
      case LEFT -> true;
      case JOINED, ENDED -> false;
    };
  }

  private static String words(Channel channel) {
    return switch (channel.stage()) {
      case ASKED -> "its join had no answer yet";
      case REFUSED -> "its join had been refused";
      default -> "it had been left";
    };
  }

  private static Stream<Violation> joinRef(Line line, Envelope message, Optional<Channel> channel) {
    return channel
        .filter(it -> it.is(Stage.JOINED) || (it.is(Stage.ASKED) && !it.takesOver()))
        .filter(it -> !it.joinRef().isNull() && !it.joinRef().equals(message.joinRef()))
        .stream()
        .map(
            it ->
                line.breaks(
                    "CFRAME-4",
                    "the join_ref of the current join, " + it.joinRef(),
                    "it has " + message.joinRef()));
  }
}
