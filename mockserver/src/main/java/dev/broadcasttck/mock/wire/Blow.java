package dev.broadcasttck.mock.wire;

import java.util.List;

/** What is done to a connection in place of what is right, under a name. */
public record Blow(String name, List<Stroke> strokes) {
  public Blow {
    strokes = List.copyOf(strokes);
  }

  @Override
  public String toString() {
    return name;
  }
}
