package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Path;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.script.Journal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a mock answers under {@code /__tck}, as {@code openapi.json} beside this class says; for the
 * server's one thread.
 */
public final class AdminApi {
  private static final String PREFIX = "__tck";

  private final Supplier<Backstage> backstage;
  private final Guard guard;
  private final Readers readers;
  private final SocketDesk sockets;
  private final List<Route> routes;

  /**
   * @param backstage what there is at the moment
   */
  public AdminApi(Supplier<Backstage> backstage, Guard guard) {
    this.backstage = backstage;
    this.guard = guard;
    this.readers = new Readers(this::journal, () -> backstage.get().worldTimers());
    this.sockets = new SocketDesk(backstage);
    this.routes = routes();
  }

  private Journal journal() {
    return backstage.get().script().journal();
  }

  private List<Route> routes() {
    JournalDesk journal = new JournalDesk(this::journal, readers);
    FaultDesk faults = new FaultDesk(backstage);
    StageDesk stage = new StageDesk(backstage, sockets);
    CriticDesk critic = new CriticDesk(() -> backstage.get().gallery());
    return List.of(
        new Route("GET", "", this::index),
        new Route("GET", "openapi.json", AdminApi::describe),
        new Route("GET", "journal", journal::page),
        new Route("GET", "journal/stream", journal::stream),
        new Route("GET", "journal/{n}", journal::entry),
        new Route("GET", "findings", critic::findings),
        new Route("GET", "coverage", critic::coverage),
        new Route("GET", "sockets", sockets::sockets),
        new Route("GET", "sockets/{socket}", sockets::socket),
        new Route("POST", "sockets/{socket}/close", sockets::close),
        new Route("GET", "topics", sockets::topics),
        new Route("POST", "broadcast", stage::broadcast),
        new Route("POST", "shutdown", stage::shutdown),
        new Route("POST", "disconnect", stage::disconnect),
        new Route("GET", "faults", faults::list),
        new Route("POST", "faults", faults::switchOn),
        new Route("DELETE", "faults", faults::switchAllOff),
        new Route("GET", "faults/known", faults::known),
        new Route("DELETE", "faults/{id}", faults::switchOff),
        new Route("GET", "clock", stage::clock),
        new Route("POST", "clock/advance", stage::advance),
        new Route("POST", "reset", this::reset));
  }

  /** Has it told of each line of a journal, which is the one from now on. */
  public void follow(Journal journal) {
    journal.follow(entry -> readers.look());
    readers.beginAgain();
  }

  /** Whether a request is for this API. */
  public boolean isFor(Request request) {
    return segments(request).filter(it -> !it.isEmpty() && it.get(0).equals(PREFIX)).isPresent();
  }

  private static Optional<List<String>> segments(Request request) {
    return Path.of(request.path()).filter(path -> !path.behindGateway()).map(Path::segments);
  }

  /** Answers a request, now or later. */
  public void answer(Request request, Reply reply) {
    try {
      Optional<Answer> page = InspectorPage.answer(request);
      if (page.isPresent()) {
        guard.examineLooker(request);
        reply.say(page.get());
        return;
      }
      guard.examine(request);
      serve(request, reply);
    } catch (Refusal refusal) {
      reply.say(refusal.answer());
    }
  }

  private void serve(Request request, Reply reply) {
    List<String> segments = segments(request).orElseThrow();
    List<String> below = segments.subList(1, segments.size());
    for (Route route : routes) {
      Optional<List<String>> variables = route.match(request, below);
      if (variables.isPresent()) {
        route.desk().accept(new Visit(request, variables.get(), reply));
        return;
      }
    }
    throw new Refusal(
        Refusal.MISSING,
        "there is no %s %s; /__tck/openapi.json says what there is"
            .formatted(request.method(), request.path()));
  }

  private void index(Visit visit) {
    Form.query(visit.request()).end();
    visit.say(glance());
  }

  private ObjectNode glance() {
    Backstage now = backstage.get();
    ObjectNode json = Json.object().put("name", "broadcast-tck").put("url", now.url().toString());
    ArrayNode projects = Json.array();
    now.projects().keySet().stream().sorted().forEach(projects::add);
    json.set("projects", projects);
    return json.put("now", now.now().toString())
        .put("ahead", now.ahead().toString())
        .put("sockets", now.script().sockets().size())
        .put("topics", sockets.topics())
        .put("next", journal().page(Integer.MAX_VALUE, 1, entry -> true).next())
        .put("faults", now.board().charges().size())
        .put("openapi", "/__tck/openapi.json");
  }

  private void reset(Visit visit) {
    Form.body(visit.request()).end();
    backstage.get().reset();
    visit.say(glance());
  }

  private static void describe(Visit visit) {
    Form.query(visit.request()).end();
    try (InputStream in = AdminApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is not on the class path");
      }
      Bytes text = Bytes.of(in.readAllBytes());
      visit.reply().say(Answer.empty(200).with("content-type", "application/json").withBody(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
