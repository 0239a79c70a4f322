package dev.broadcasttck.conformance.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one socket sends on one topic arrives at each other socket in the order of its sending. */
final class Order implements Law {

  /** Where a broadcast that was sent once stands among those of its socket and topic. */
  private record Place(String sender, String topic, int number) {}

  @Override
  public Stream<Violation> violations(Transcript transcript) {
    if (!transcript.isOrderly()) {
      return Stream.empty();
    }
    Map<Content, Place> places = places(transcript);
    return transcript.sockets().stream().flatMap(socket -> overtaken(socket, places).stream());
  }

  private static Map<Content, Place> places(Transcript transcript) {
    Map<Content, Place> places = new HashMap<>();
    Set<Content> repeated = new HashSet<>();
    for (Socket socket : transcript.sockets()) {
      int number = 0;
      for (Line line : socket.sent().toList()) {
        Optional<Content> content = line.envelope().flatMap(Content::of);
        if (content.isPresent()) {
          Place place = new Place(socket.name(), content.get().topic(), number++);
          if (places.put(content.get(), place) != null) {
            repeated.add(content.get());
          }
        }
      }
    }
    places.keySet().removeAll(repeated);
    return places;
  }

  private static List<Violation> overtaken(Socket socket, Map<Content, Place> places) {
    Map<String, Integer> latest = new HashMap<>();
    List<Violation> violations = new ArrayList<>();
    for (Line line : socket.received().toList()) {
      Place place = line.envelope().flatMap(Content::of).map(places::get).orElse(null);
      if (place != null) {
        String way = place.sender() + " " + place.topic();
        if (latest.getOrDefault(way, -1) > place.number()) {
          violations.add(
              new Violation(
                  "ORDER-1",
                  line.entry(),
                  "broadcasts of one sender arrive in the order of their sending",
                  "a later one had come before this: " + line.frame().inWords()));
        }
        latest.merge(way, place.number(), Math::max);
      }
    }
    return violations;
  }
}
