package dev.broadcasttck.spec.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document in the making: the parser's events on one side, JSON and places on the other. */
final class YamlTree {
  private static final int DEEPEST = 40;
  private static final int LONGEST_NUMBER = 400;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final Iterator<Event> events;
  private final Problems problems;
  private final JsonScalarResolver types = new JsonScalarResolver();
  private final Map<String, Location> places = new LinkedHashMap<>();

  YamlTree(String file, Iterator<Event> events, Problems problems) {
    this.file = file;
    this.events = events;
    this.problems = problems;
  }

  /** Reads from behind the event of the document's start to the document's end. */
  YamlDocument document() {
    Event first = events.next();
    places.put("", place(first));
    return new YamlDocument(value(first, "", 0), places);
  }

  private JsonNode value(Event event, String pointer, int depth) {
    refuseWhatExpands(event);
    if (depth > DEEPEST) {
      throw new Refusal(place(event), "nested more than " + DEEPEST + " levels deep");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    return event.getEventId() == Event.ID.MappingStart
        ? object(pointer, depth)
        : array(pointer, depth);
  }

  private ObjectNode object(String pointer, int depth) {
    ObjectNode object = JSON.objectNode();
    for (Event event = events.next(); !ends(event); event = events.next()) {
      String key = key(event);
      String member = YamlDocument.member(pointer, key);
      Location first = places.putIfAbsent(member, place(event));
      if (first != null) {
        problems.add(
            place(event), "`%s` is here twice, first in line %d".formatted(key, first.line()));
      }
      object.set(key, value(events.next(), member, depth + 1));
    }
    return object;
  }

  private ArrayNode array(String pointer, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (Event event = events.next(); !ends(event); event = events.next()) {
      String item = pointer + "/" + array.size();
      places.put(item, place(event));
      array.add(value(event, item, depth + 1));
    }
    return array;
  }

  private String key(Event event) {
    refuseWhatExpands(event);
    if (!(event instanceof ScalarEvent scalar)) {
      throw new Refusal(place(event), "a key must be a word");
    }
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw new Refusal(place(event), "merge keys are not read here, write the members out");
    }
    return scalar.getValue();
  }

  private JsonNode scalar(ScalarEvent scalar) {
    String text = scalar.getValue();
    Tag type = scalar.isPlain() ? types.resolve(text, true) : Tag.STR;
    if (type.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (type.equals(Tag.BOOL)) {
      return JSON.booleanNode(text.equals("true"));
    }
    if (type.equals(Tag.INT) || type.equals(Tag.FLOAT)) {
      return number(scalar, text);
    }
    return JSON.stringNode(text);
  }

  private JsonNode number(ScalarEvent scalar, String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new Refusal(
          place(scalar), "a number of more than " + LONGEST_NUMBER + " digits, quote it");
    }
    try {
      BigDecimal exact = new BigDecimal(text);
      return text.matches("-?\\d+") ? integer(exact.toBigIntegerExact()) : JSON.numberNode(exact);
    } catch (NumberFormatException noJson) {
      throw new Refusal(place(scalar), "`" + text + "` is no number that JSON knows, quote it");
    }
  }

  private static JsonNode integer(BigInteger exact) {
    if (exact.bitLength() < Integer.SIZE) {
      return JSON.numberNode(exact.intValue());
    }
    return exact.bitLength() < Long.SIZE
        ? JSON.numberNode(exact.longValue())
        : JSON.numberNode(exact);
  }

  private void refuseWhatExpands(Event event) {
    if (event instanceof AliasEvent || (event instanceof NodeEvent n && hasAnchor(n))) {
      throw new Refusal(
          place(event), "anchors (&) and aliases (*) are not read here, write the value out");
    }
    if (tag(event).isPresent()) {
      throw new Refusal(place(event), "tags (!) are not read here, quote a text that begins so");
    }
  }

  private static boolean hasAnchor(NodeEvent event) {
    return event.getAnchor().isPresent();
  }

  private static Optional<String> tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
  }

  private static boolean ends(Event event) {
    return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
  }

  private Location place(Event event) {
    return YamlSource.place(file, event.getStartMark());
  }

  /** What ends the reading of a file: going on would be unsafe, or only repeat itself. */
  static final class Refusal extends RuntimeException {
    private final transient Location where;
    private final String what;

    Refusal(Location where, String what) {
      super(what);
      this.where = where;
      this.what = what;
    }

    Location where() {
      return where;
    }

    String what() {
      return what;
    }
  }
}
