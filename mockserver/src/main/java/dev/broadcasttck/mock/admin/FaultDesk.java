package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.calamity.Calamities;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.catalogue.Oddities;
import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.fault.Board.Charge;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Terms;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Switches faults on and off. */
record FaultDesk(Supplier<Backstage> backstage) {
  private Board board() {
    return backstage.get().board();
  }

  void list(Visit visit) {
    Form.query(visit.request()).end();
    visit.say(all());
  }

  private ObjectNode all() {
    ArrayNode list = Json.array();
    board().charges().forEach(charge -> list.add(json(charge)));
    return Json.object().set("faults", list);
  }

  private static ObjectNode json(Charge charge) {
    ObjectNode json = Json.object().put("id", charge.number()).put("name", charge.fault().name());
    json.set("rules", rules(charge.fault()));
    json.set("condition", json(charge.terms()));
    return json.put("activations", charge.fault().activations());
  }

  private static ArrayNode rules(Fault fault) {
    ArrayNode rules = Json.array();
    fault.violates().stream().sorted().forEach(rules::add);
    return rules;
  }

  private static ObjectNode json(Terms terms) {
    ObjectNode json = Json.object();
    terms.topic().ifPresent(it -> json.put("topic", it));
    terms.event().ifPresent(it -> json.put("event", it));
    terms.nth().ifPresent(it -> json.put("nth", it));
    terms.probability().ifPresent(it -> json.put("probability", it).put("seed", terms.seed()));
    return terms.once() ? json.put("once", true) : json;
  }

  void known(Visit visit) {
    Form.query(visit.request()).end();
    ArrayNode list = Json.array();
    Faults.names().forEach(name -> list.add(known(Faults.named(name).orElseThrow(), "fault")));
    Oddities.names().forEach(name -> list.add(known(Oddities.named(name).orElseThrow(), "oddity")));
    Calamities.names().forEach(name -> list.add(calamity(name)));
    visit.say(Json.object().set("known", list));
  }

  private ObjectNode known(Fault fault, String kind) {
    ObjectNode json = Json.object().put("name", fault.name()).put("kind", kind);
    json.set("rules", rules(fault));
    return json.put("switchable", backstage.get().objection(fault).isEmpty());
  }

  private ObjectNode calamity(String name) {
    return known(Calamities.named(name).orElseThrow(), "calamity")
        .put("about", Calamities.about(name).orElseThrow());
  }

  void switchOn(Visit visit) {
    Form form = Form.body(visit.request());
    String name = form.neededText("name");
    Terms terms = terms(form.part("condition"));
    form.end();
    Fault fault = named(name);
    Optional<String> objection = backstage.get().objection(fault);
    if (objection.isPresent()) {
      throw new Refusal(Refusal.IMPOSSIBLE, objection.get());
    }
    visit.say(201, json(board().switchOn(fault, terms)));
  }

  private static Terms terms(Form condition) {
    Terms terms =
        new Terms(
            condition.text("topic"),
            condition.text("event"),
            condition.number("nth", 1, Long.MAX_VALUE),
            condition.share("probability"),
            condition.number("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L),
            condition.flag("once"));
    condition.endPart();
    return terms;
  }

  private static Fault named(String name) {
    Optional<Fault> fault =
        Faults.named(name).or(() -> Oddities.named(name)).or(() -> Calamities.named(name));
    return fault.orElseThrow(() -> new Refusal(Refusal.MISSING, unknown(name)));
  }

  private static String unknown(String name) {
    List<String> names =
        Stream.of(Faults.names(), Oddities.names(), Calamities.names())
            .flatMap(List::stream)
            .toList();
    return "there is no fault "
        + name
        + DidYouMean.nearest(names, name)
            .map(near -> ", did you mean " + near + "?")
            .orElse("; GET /__tck/faults/known lists them");
  }

  void switchOff(Visit visit) {
    Form.query(visit.request()).end();
    Charge charge =
        board()
            .switchOff(visit.number())
            .orElseThrow(
                () ->
                    new Refusal(Refusal.MISSING, "no fault is on as " + visit.variables().get(0)));
    visit.say(json(charge));
  }

  void switchAllOff(Visit visit) {
    Form.query(visit.request()).end();
    ObjectNode before = all();
    board().charges().forEach(charge -> board().switchOff(charge.number()));
    visit.say(before);
  }
}
