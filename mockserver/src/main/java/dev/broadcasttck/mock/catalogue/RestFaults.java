package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Broadcasts over REST that go wrong. */
final class RestFaults {
  private static final Set<String> KEYS = Set.of("topic", "event", "payload", "private", "id");
  private static final String AUTHORIZATION = "authorization";

  private RestFaults() {}

  static void enter(Catalogue faults) {
    answers(faults);
    deliveries(faults);
    batches(faults);
    keys(faults);
    refusals(faults);
    singles(faults);
  }

  private static void singles(Catalogue faults) {
    faults.enter(
        "SINGLE_BYTES_LOST",
        "SINGLE-5 SINGLE-13",
        Delivers.nothing((broadcast, hearer) -> Delivers.isBytes(broadcast)));
    faults.enter(
        "SINGLE_NAME_ENCODED",
        "SINGLE-6",
        Delivers.event(name -> URLEncoder.encode(name, StandardCharsets.UTF_8)));
    faults.enter(
        "SINGLE_TYPE_WITH_PARAMETER_REFUSED",
        "SINGLE-9",
        Serves.status(
            request -> request.header("content-type").orElse("").contains(";"), 202, 415));
    faults.enter("SINGLE_LEAK", "SINGLE-22", Leaks.copy(Leaks::overRest, Timing.AT_ONCE));
  }

  private static void answers(Catalogue faults) {
    faults.enter("REST_SAYS_200", "REST-2 SINGLE-2", Serves.status(RestFaults::any, 202, 200));
    faults.enter(
        "REST_ANSWERS_WITH_A_BODY",
        "REST-2 SINGLE-2",
        Serves.answer(
            RestFaults::any, 202, answer -> Answer.json(202, Json.object().put("ok", true))));
    faults.enter("REST_REFUSES_WHAT_NOBODY_HEARS", "REST-11", RestFaults::lonely);
  }

  private static void deliveries(Catalogue faults) {
    faults.enter(
        "REST_UNDELIVERED",
        "REST-1 REST-3 REST-7 REST-9 SINGLE-1 SINGLE-3 SINGLE-4 SINGLE-13 SINGLE-19",
        Delivers.nothingTo(hearer -> Delivers.isOver(hearer, Origin.REST)));
    faults.enter("REST_HEEDS_SELF", "REST-3 SINGLE-19", RestFaults::heedingSelf);
    faults.enter(
        "REST_NOT_TO_VERSION_1",
        "REST-7 SINGLE-3",
        Delivers.nothingTo(
            hearer -> Delivers.isOver(hearer, Origin.REST) && !Delivers.isSecond(hearer)));
    faults.enter(
        "REST_NOT_TO_VERSION_2",
        "REST-7 SINGLE-4",
        Delivers.nothingTo(
            hearer -> Delivers.isOver(hearer, Origin.REST) && Delivers.isSecond(hearer)));
    faults.enter(
        "REST_SAYS_ITS_ORIGIN",
        "REST-12",
        overRest(
            broadcast -> Delivers.envelope(broadcast, payload -> payload.put("origin", "rest"))));
    faults.enter(
        "REST_ID_LOST",
        "REST-13",
        overRest(broadcast -> Delivers.envelope(broadcast, payload -> payload.remove("meta"))));
    faults.enter(
        "REST_NUMBERS_AS_TEXT",
        "REST-44",
        Delivers.payload(
            hearer -> Delivers.isOver(hearer, Origin.REST),
            payload ->
                Trees.each(
                    payload,
                    value ->
                        Optional.of(value.isNumber() ? Json.string(value.asString()) : value))));
    faults.enter("REST_PRIVATE_IS_PUBLIC", "REST-41 SINGLE-16", inRoom(room -> room.isPrivate()));
    faults.enter("REST_PUBLIC_IS_PRIVATE", "REST-1 SINGLE-18", inRoom(room -> !room.isPrivate()));
  }

  private static Disturbance overRest(UnaryOperator<Broadcast> instead) {
    return Delivers.other(hearer -> Delivers.isOver(hearer, Origin.REST), instead);
  }

  /** Takes what is sent over REST to such rooms to the other of their name. */
  private static Disturbance inRoom(Predicate<Room> which) {
    return Points.publishing(
        right -> {
          Room room = right.room();
          return Course.of(
              right.origin() == Origin.REST && which.test(room)
                  ? Publication.rest(new Room(room.topic(), !room.isPrivate()), right.broadcast())
                  : right);
        });
  }

  private static void batches(Catalogue faults) {
    faults.enter("REST_BATCH_BACKWARDS", "REST-10", messages(RestFaults::turn));
    faults.enter(
        "REST_FIRST_MESSAGE_ONLY",
        "REST-9 REST-10",
        messages(
            messages -> {
              while (messages.size() > 1) {
                messages.remove(1);
              }
            }));
    faults.enter(
        "REST_BATCH_TO_THE_FIRST_TOPIC",
        "REST-9",
        messages(
            messages -> each(messages, it -> it.set("topic", messages.path(0).path("topic")))));
    faults.enter(
        "REST_UNKNOWN_KEYS_REFUSED",
        "REST-14",
        messages(
            messages ->
                each(
                    messages,
                    it -> {
                      if (!KEYS.containsAll(it.propertyNames())) {
                        it.putNull("payload");
                      }
                    })));
    faults.enter(
        "REST_TAKES_THE_GOOD_OF_A_BATCH",
        "REST-29",
        messages(
            messages -> {
              if (StreamSupport.stream(messages.spliterator(), false)
                  .anyMatch(RestFaults::isGood)) {
                messages.removeIf(message -> !isGood(message));
              }
            }));
    faults.enter(
        "REST_TAKES_ANY_PAYLOAD",
        "REST-32",
        messages(
            messages ->
                each(
                    messages,
                    it -> {
                      if (!it.path("payload").isObject()) {
                        it.putObject("payload");
                      }
                    })));
  }

  private static boolean isGood(JsonNode message) {
    return message.path("topic").isString()
        && message.path("event").isString()
        && message.path("payload").isObject();
  }

  private static void turn(ArrayNode messages) {
    for (int i = 1; i < messages.size(); i++) {
      messages.insert(0, messages.remove(i));
    }
  }

  private static void each(ArrayNode messages, Consumer<ObjectNode> change) {
    for (JsonNode message : messages) {
      if (message instanceof ObjectNode object) {
        change.accept(object);
      }
    }
  }

  /** Reads other messages in a batch. */
  private static Disturbance messages(Consumer<ArrayNode> change) {
    return Points.reading(request -> Serves.isBatch(request) ? changed(request, change) : request);
  }

  private static Request changed(Request request, Consumer<ArrayNode> change) {
    try {
      JsonNode body = Json.read(request.body()).deepCopy();
      if (body.path("messages") instanceof ArrayNode messages) {
        change.accept(messages);
        return new Request(
            request.method(), request.path(), request.query(), request.headers(), Json.write(body));
      }
      return request;
    } catch (JacksonException notJson) {
      return request;
    }
  }

  private static void keys(Catalogue faults) {
    faults.enter("REST_APIKEY_UNREAD", "REST-17", without("apikey", request -> true));
    faults.enter("REST_AUTHORIZATION_UNREAD", "REST-18", without(AUTHORIZATION, RestFaults::any));
    faults.enter(
        "REST_BEARER_IN_ONE_CASE",
        "REST-18",
        without(
            AUTHORIZATION,
            request -> !request.header(AUTHORIZATION).orElse("").startsWith("Bearer ")));
    faults.enter(
        "REST_APIKEY_FIRST",
        "REST-21",
        without(AUTHORIZATION, request -> request.header("apikey").isPresent()));
    faults.enter(
        "REST_EMPTY_AUTHORIZATION_REFUSED",
        "REST-22",
        Serves.status(
            request -> request.header(AUTHORIZATION).filter(String::isBlank).isPresent(),
            202,
            401));
  }

  private static Disturbance without(String header, Predicate<Request> which) {
    return Points.reading(
        request ->
            (Serves.isBatch(request) || Serves.isSingle(request)) && which.test(request)
                ? Serves.withoutHeader(request, header)
                : request);
  }

  private static void refusals(Catalogue faults) {
    String unnamed = "REST-19 REST-20 REST-21 REST-39 SINGLE-15 SINGLE-21";
    faults.enter("REST_REFUSES_WITH_403", unnamed, Serves.status(RestFaults::any, 401, 403));
    faults.enter(
        "REST_SAYS_TAKEN_THOUGH_REFUSED", unnamed, Serves.status(RestFaults::any, 401, 202));
    faults.enter(
        "REST_REFUSAL_WITHOUT_MESSAGE",
        "REST-26",
        Serves.answer(
            RestFaults::any, 401, answer -> Answer.json(401, Json.object().put("code", 7))));
    faults.enter(
        "REST_NO_JSON_IS_422", "REST-27 SINGLE-14", Serves.status(RestFaults::any, 400, 422));
    faults.enter(
        "REST_NO_JSON_IS_202", "REST-27 SINGLE-14", Serves.status(RestFaults::any, 400, 202));
    faults.enter(
        "REST_BAD_BATCH_IS_400",
        "REST-29 REST-31 REST-32 REST-35",
        Serves.status(Serves::isBatch, 422, 400));
    faults.enter(
        "REST_BAD_BATCH_IS_202",
        "REST-29 REST-31 REST-32 REST-35",
        Serves.status(Serves::isBatch, 422, 202));
    faults.enter(
        "REST_ERRORS_WITHOUT_POSITION",
        "REST-30",
        Serves.answer(
            Serves::isBatch,
            422,
            answer -> Answer.json(422, Json.object().put("errors", "can't be blank"))));
    faults.enter(
        "REST_SUSPENDED_IS_401", "REST-40", Serves.status(RestFaults::any, 403, "suspended", 401));
    faults.enter("SINGLE_TYPE_IS_400", "SINGLE-7", Serves.status(Serves::isSingle, 415, 400));
    faults.enter("SINGLE_FORBIDDEN_IS_202", "SINGLE-17", Serves.status(Serves::isSingle, 403, 202));
  }

  private static boolean any(Request request) {
    return Serves.isBatch(request) || Serves.isSingle(request);
  }

  /** Answers 404 where nobody has ever joined a topic of the batch. */
  private static Disturbance lonely() {
    Set<String> joined = new HashSet<>();
    return new Disturbance() {
      @Override
      public Optional<Push> hearing(Push push) {
        joined.add(push.topic().asString(""));
        return Optional.of(push);
      }

      @Override
      public Answer answering(Request request, Answer answer) {
        boolean heard = joined.stream().anyMatch(topic -> isFor(request, topic));
        return heard || answer.status() != 202 ? answer : Answer.notFound();
      }
    };
  }

  private static boolean isFor(Request request, String topic) {
    return topic.startsWith(Room.PREFIX)
        && request.body().utf8().contains(topic.substring(Room.PREFIX.length()));
  }

  /** Brings nothing to those who do not want their own broadcasts. */
  private static Disturbance heedingSelf() {
    Set<String> selfless = new HashSet<>();
    return new Disturbance() {
      @Override
      public Optional<Push> hearing(Push push) {
        if (push.isEvent("phx_join") && !Hears.isTrue(Hears.config(push), "broadcast", "self")) {
          selfless.add(push.topic().asString(""));
        }
        return Optional.of(push);
      }

      @Override
      public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
        return Delivers.isOver(hearer, Origin.REST) && selfless.contains(hearer.room().topic())
            ? Course.nothing()
            : Course.of(broadcast);
      }
    };
  }
}
