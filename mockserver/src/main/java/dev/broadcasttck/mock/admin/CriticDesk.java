package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.critic.Chapter;
import dev.broadcasttck.mock.critic.Gallery;
import dev.broadcasttck.mock.critic.Gallery.Finding;
import dev.broadcasttck.mock.critic.Gallery.Notes;
import dev.broadcasttck.mock.critic.Remark;
import dev.broadcasttck.mock.message.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what the critic has to say, where there is one. */
record CriticDesk(Supplier<Optional<Gallery>> gallery) {
  private static final Notes NONE = new Notes(List.of(), List.of(), 0, 0, 0);
  private static final long LONGEST_PAGE = 1000;

  void findings(Visit visit) {
    Form query = Form.query(visit.request());
    long since = query.number("since", 0, Integer.MAX_VALUE).orElse(0L);
    long limit = query.number("limit", 1, LONGEST_PAGE).orElse(LONGEST_PAGE);
    query.end();
    Notes notes = notes();
    ArrayNode list = Json.array();
    notes.findings().stream()
        .filter(it -> it.number() >= since)
        .limit(limit)
        .forEach(it -> list.add(json(it)));
    ObjectNode json = Json.object().put("critic", gallery.get().isPresent());
    json.set("findings", list);
    visit.say(
        json.put("next", notes.next()).put("read", notes.read()).put("missed", notes.missed()));
  }

  private Notes notes() {
    return gallery.get().map(Gallery::notes).orElse(NONE);
  }

  private static ObjectNode json(Finding finding) {
    Remark remark = finding.remark();
    ObjectNode json = Json.object().put("n", finding.number()).put("entry", finding.entry());
    ArrayNode binds = Json.array();
    remark.binds().forEach(binds::add);
    json.put("rule", remark.rule()).put("level", remark.level()).set("binds", binds);
    return json.put("text", remark.text())
        .put("expected", Redaction.text(remark.expected()))
        .put("actual", shown(Redaction.text(remark.actual())));
  }

  private static String shown(String text) {
    return text.length() > EntryJson.SHORT.longest()
        ? text.substring(0, EntryJson.SHORT.longest()) + "…"
        : text;
  }

  void coverage(Visit visit) {
    Form.query(visit.request()).end();
    ArrayNode list = Json.array();
    notes().chapters().forEach(it -> list.add(json(it)));
    ObjectNode json = Json.object().put("critic", gallery.get().isPresent());
    visit.say(json.set("chapters", list));
  }

  private static ObjectNode json(Chapter chapter) {
    return Json.object()
        .put("title", chapter.title())
        .put("rules", chapter.rules())
        .put("readable", chapter.readable())
        .put("met", chapter.met())
        .put("broken", chapter.broken());
  }
}
