package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.run.Archive;
import dev.broadcasttck.conformance.run.Archive.Measured;
import dev.broadcasttck.conformance.run.Archive.Played;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.tape.Take;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conversations of a run as files.
 *
 * @param playings in the order in which those of one name were played
 */
record Traces(List<Played> playings, List<Measured> measurings) {
  static final String FOLDER = "traces/";

  private static final String MEASURINGS = FOLDER + "barriers/";
  private static final String END = ".jsonl.gz";

  /** Sorted behind the first. */
  private static final String AGAIN = "~again";

  static Traces of(Archive archive) {
    return new Traces(archive.playings(), archive.measurings());
  }

  /** By their names, and as text. */
  Map<String, String> texts(UnaryOperator<String> redaction) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Played played : playings) {
      String name = FOLDER + played.playing().id();
      String free = texts.containsKey(name + END) ? name + AGAIN : name;
      texts.put(free + END, dossier(played).text(redaction));
    }
    for (Measured measured : measurings) {
      String barrier = measured.barrier().name().toLowerCase(Locale.ROOT).replace('_', '-');
      texts.put(
          MEASURINGS + barrier + "@" + measured.variant() + END, dossier(measured).text(redaction));
    }
    return texts;
  }

  /**
   * Reads them.
   *
   * @param known what there is to be played, by its id
   * @throws Refusal if one is no trace, or of something else
   */
  static Traces read(Parcel parcel, Map<String, Playing> known) {
    List<Played> playings = new ArrayList<>();
    List<Measured> measurings = new ArrayList<>();
    parcel
        .files()
        .tailMap(FOLDER)
        .forEach(
            (name, packed) -> {
              Dossier dossier = Dossier.read(name, Packing.unpack(name, packed));
              if (name.startsWith(MEASURINGS)) {
                measurings.add(measured(name, dossier));
              } else {
                playings.add(played(name, dossier, known));
              }
            });
    return new Traces(playings, measurings);
  }

  private static Dossier dossier(Played played) {
    ObjectNode subject = Json.object().put("id", played.playing().id());
    played.doubts().forEach(subject.putArray("doubts")::add);
    return new Dossier(subject, played.nonce(), played.tape().take());
  }

  private static Dossier dossier(Measured measured) {
    ObjectNode subject =
        Json.object()
            .put("barrier", measured.barrier().name())
            .put("variant", measured.variant().toString());
    return new Dossier(subject, measured.nonce(), measured.tape().take());
  }

  private static Played played(String name, Dossier dossier, Map<String, Playing> known) {
    Playing playing = known.get(dossier.subject().path("id").asString(""));
    if (playing == null) {
      throw new Refusal(name + " is a trace of something that was not to be played");
    }
    if (!playing.scenario().isAtWireLevel()) {
      refuseHearsay(playing.id(), dossier.take());
    }
    OwnLines own = playing.scenario().isAtWireLevel() ? OwnLines.OF_SOCKETS : OwnLines.OF_CLIENTS;
    List<String> doubts =
        dossier.subject().path("doubts").valueStream().map(JsonNode::asString).toList();
    return new Played(playing, dossier.nonce(), Tape.played(dossier.take(), own), doubts);
  }

  private static void refuseHearsay(String whose, Take take) {
    Hearsay.in(take.entries())
        .ifPresent(
            entry -> {
              throw new Refusal(
                  "%s: %s says what nothing on the wire bears out: %s"
                      .formatted(whose, entry.actor(), entry.what()));
            });
  }

  private static Measured measured(String name, Dossier dossier) {
    try {
      Barrier barrier = Barrier.valueOf(dossier.subject().path("barrier").asString(""));
      Variant variant = Variant.named(dossier.subject().path("variant").asString("")).orElseThrow();
      refuseHearsay(name, dossier.take());
      return new Measured(
          variant, barrier, dossier.nonce(), Tape.played(dossier.take(), OwnLines.OF_CLIENTS));
    } catch (IllegalArgumentException | NoSuchElementException unknown) {
      throw new Refusal(name + " measures no barrier that there is");
    }
  }
}
