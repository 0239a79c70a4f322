package dev.broadcasttck.spec.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML as this project writes it: JSON with fewer brackets. Version 1.2 with the JSON schema, so
 * that {@code no} and {@code 012} are strings; no anchors, aliases, tags or merge keys.
 */
public final class YamlSource {
  /** In characters; the longest honest file is a tenth of it. */
  static final int LONGEST = 1_000_000;

  private static final Pattern BAD_ESCAPE =
      Pattern.compile("\\\\(x(?!\\p{XDigit}{2})|u(?!\\p{XDigit}{4})|U(?!\\p{XDigit}{8}))");

  private YamlSource() {}

  /**
   * Reads every document of a file, which may be hostile: it is bounded in size and depth, and
   * nothing in it is expanded.
   *
   * @param file the name by which problems call it
   * @return the documents before the first one that cannot be read
   */
  public static List<YamlDocument> read(String file, String text, Problems problems) {
    List<YamlDocument> documents = new ArrayList<>();
    if (text.length() > LONGEST) {
      problems.add(
          new Location(file, 1, 1),
          String.format(
              Locale.ROOT, "the file has %,d characters; %,d is the most", text.length(), LONGEST));
      return documents;
    }
    try {
      readAll(file, text, problems, documents);
    } catch (MarkedYamlEngineException notYaml) {
      problems.add(place(file, notYaml.getProblemMark()), sentence(notYaml));
    } catch (ReaderException notText) {
      problems.add(
          place(file, text, text.offsetByCodePoints(0, notText.getPosition())),
          String.format(
              Locale.ROOT,
              "the character U+%04X cannot stand in YAML, escape it in double quotes",
              notText.getCodePoint()));
    } catch (YamlEngineException notYaml) {
      problems.add(new Location(file, 1, 1), "not readable as YAML: " + notYaml.getMessage());
    } catch (NumberFormatException badEscape) {
      problems.add(badEscape(file, text), "an escape is not followed by its hexadecimal digits");
    } catch (YamlTree.Refusal refusal) {
      problems.add(refusal.where(), refusal.what());
    }
    return documents;
  }

  private static void readAll(
      String file, String text, Problems problems, List<YamlDocument> documents) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(LONGEST).build();
    Iterator<Event> events = new Parse(settings).parseString(text).iterator();
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        documents.add(new YamlTree(file, events, problems).document());
      }
    }
  }

  static Location place(String file, Optional<Mark> mark) {
    return mark.map(m -> new Location(file, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> new Location(file, 1, 1));
  }

  /** The library does not say where it is. */
  private static Location badEscape(String file, String text) {
    Matcher escape = BAD_ESCAPE.matcher(text);
    return place(file, text, escape.find() ? escape.start() : 0);
  }

  private static Location place(String file, String text, int position) {
    String before = text.substring(0, position);
    int line = (int) before.chars().filter(character -> character == '\n').count();
    return new Location(file, line + 1, before.length() - before.lastIndexOf('\n'));
  }

  private static String sentence(MarkedYamlEngineException notYaml) {
    String problem = String.valueOf(notYaml.getProblem());
    if (problem.contains("TAB")) {
      return "a tab cannot indent YAML, use spaces";
    }
    String context = notYaml.getContext() == null ? "" : notYaml.getContext() + ", ";
    return "not readable as YAML: " + context + problem;
  }
}
