package dev.broadcasttck.conformance.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A broadcast arrives at a socket no more often than it was sent. */
final class Repetitions implements Law {
  @Override
  public Stream<Violation> violations(Transcript transcript) {
    if (!transcript.isOrderly() || transcript.overRest()) {
      return Stream.empty();
    }
    Map<Content, Long> sent =
        transcript.sockets().stream()
            .flatMap(Socket::sent)
            .flatMap(line -> content(line).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return transcript.sockets().stream().flatMap(socket -> surplus(socket, sent));
  }

  private static Stream<Violation> surplus(Socket socket, Map<Content, Long> sent) {
    Map<Content, Long> arrived = new HashMap<>();
    return socket
        .received()
        .filter(
            line ->
                content(line)
                    .filter(sent::containsKey)
                    .filter(
                        content ->
                            arrived.merge(content, 1L, Long::sum) > sent.getOrDefault(content, 0L))
                    .isPresent())
        .map(
            line ->
                new Violation(
                    "ORDER-2",
                    line.entry(),
                    "a broadcast arrives once",
                    "it came again: " + line.frame().inWords()));
  }

  private static Optional<Content> content(Line line) {
    return line.envelope().flatMap(Content::of);
  }
}
