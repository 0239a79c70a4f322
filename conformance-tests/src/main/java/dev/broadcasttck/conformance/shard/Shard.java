package dev.broadcasttck.conformance.shard;

import dev.broadcasttck.conformance.run.Playing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of several equal parts of a selection.
 *
 * @param part from 1
 * @param of how many parts there are
 */
public record Shard(int part, int of) {

  /**
   * The playings of this part, in the order given. Smoke playings are in every part: they say
   * whether what they enclose can be believed.
   */
  public List<Playing> of(List<Playing> selection) {
    List<Playing> dealt = selection.stream().filter(playing -> !isSmoke(playing)).toList();
    Set<Playing> mine = new HashSet<>(dealt(dealt).get(part - 1));
    return selection.stream().filter(it -> isSmoke(it) || mine.contains(it)).toList();
  }

  /** What the results say of it, so that parts know each other again. */
  public ObjectNode note(List<Playing> selection) {
    ObjectNode note = JsonMapper.shared().createObjectNode();
    note.put("part", part).put("of", of).put("playings", selection.size());
    note.put("selection", Digest.of(ids(selection)).hex());
    selection.stream()
        .filter(Shard::isSmoke)
        .map(playing -> playing.scenario().id())
        .distinct()
        .forEach(note.putArray("everywhere")::add);
    return note;
  }

  @Override
  public String toString() {
    return part + "/" + of;
  }

  /**
   * All parts. A playing belongs to the part that its own digest names, or to the next one with
   * room: so parts differ by one playing at most, and few change theirs when some are added.
   */
  private List<List<Playing>> dealt(List<Playing> playings) {
    List<List<Playing>> parts = new ArrayList<>();
    for (int i = 0; i < of; i++) {
      parts.add(new ArrayList<>());
    }
    int room = playings.size() / of;
    int larger = playings.size() % of;
    for (Playing playing : byDigest(playings)) {
      int most = larger > 0 ? room + 1 : room;
      int place = Digest.number(playing.id()) % of;
      while (parts.get(place).size() >= most) {
        place = (place + 1) % of;
      }
      parts.get(place).add(playing);
      larger -= parts.get(place).size() > room ? 1 : 0;
    }
    return parts;
  }

  private static List<Playing> byDigest(List<Playing> playings) {
    return playings.stream()
        .sorted(
            Comparator.comparing((Playing it) -> Digest.number(it.id())).thenComparing(Playing::id))
        .toList();
  }

  private static boolean isSmoke(Playing playing) {
    return playing.scenario().tags().contains("smoke");
  }

  private static String ids(List<Playing> playings) {
    return playings.stream().map(Playing::id).collect(Collectors.joining("\n"));
  }
}
