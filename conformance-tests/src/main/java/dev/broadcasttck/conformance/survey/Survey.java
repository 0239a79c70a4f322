package dev.broadcasttck.conformance.survey;

import static dev.broadcasttck.spec.protocol.ProtocolVersion.V1;
import static dev.broadcasttck.spec.protocol.ProtocolVersion.V2;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.survey.Answer.Opinion;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a server what it can do: five sockets, one after the other, each with one join, and two
 * requests; far less than a stranger has to bear.
 */
public final class Survey {
  private final Transport transport;
  private final Endpoint endpoint;
  private final Duration budget;
  private final List<Answer> answers = new ArrayList<>();
  private final Set<String> unaskedEvents = new TreeSet<>();

  private Survey(Transport transport, Endpoint endpoint, Duration budget) {
    this.transport = transport;
    this.endpoint = endpoint;
    this.budget = budget;
  }

  /**
   * What a survey found out.
   *
   * @param answers in the order of the questions
   * @param unaskedEvents the events of messages that came to channels which had not asked for them
   */
  public record Findings(List<Answer> answers, Set<String> unaskedEvents) {}

  /**
   * Asks everything.
   *
   * @param budget how long to wait for each answer
   * @throws InterruptedException if it is to be ended
   */
  public static Findings of(Transport transport, Endpoint endpoint, Duration budget)
      throws InterruptedException {
    Survey survey = new Survey(transport, endpoint, budget);
    survey.askAboutBroadcasts();
    survey.askForPresence();
    survey.askForDatabaseChanges();
    survey.askForPrivateChannel();
    RestQuestions rest = new RestQuestions(transport, endpoint, budget);
    survey.answers.add(rest.batch());
    survey.answers.add(rest.singleEvent());
    return new Findings(survey.answers, survey.unaskedEvents);
  }

  private void askAboutBroadcasts() throws InterruptedException {
    JsonNode broadcast = Json.object().put("self", true).put("ack", true);
    ObjectNode config = Json.object();
    config.set("broadcast", broadcast);
    try (Visit visit = visit(V2)) {
      Optional<Envelope> reply = visit.join(config);
      answers.add(version2(visit, reply));
      if (isOk(reply)) {
        answers.add(acknowledgement(visit));
        answers.add(binaryFrames(visit));
        noteUnasked(visit);
        return;
      }
    }
    answers.add(
        answers.get(0).opinion() == Opinion.CANNOT
            ? Answer.cannot("binary-frames", "only version 2 has them")
            : Answer.unclear("binary-frames", "no channel could be joined in version 2"));
    try (Visit visit = visit(V1)) {
      answers.add(
          isOk(visit.join(config))
              ? acknowledgement(visit)
              : Answer.unclear("acknowledgements", "no channel could be joined"));
      noteUnasked(visit);
    }
  }

  private Answer version2(Visit visit, Optional<Envelope> reply) {
    if (isOk(reply)) {
      return Answer.can("version-2", "a join in version 2 was answered");
    }
    return visit
        .end()
        .map(end -> Answer.cannot("version-2", "a socket of version 2 was not had: " + end))
        .orElseGet(
            () ->
                Answer.unclear("version-2", reply.map(Survey::reason).orElse("a join: no answer")));
  }

  private Answer acknowledgement(Visit visit) throws InterruptedException {
    Optional<Envelope> reply = visit.broadcast();
    if (reply.isPresent()) {
      return Answer.can("acknowledgements", "a broadcast with ack was answered");
    }
    return visit.await("broadcast").isPresent()
        ? Answer.cannot("acknowledgements", "the own copy of a broadcast came, and no answer")
        : Answer.unclear(
            "acknowledgements", "neither the own copy of a broadcast nor an answer came");
  }

  private Answer binaryFrames(Visit visit) throws InterruptedException {
    return visit.broadcastBinary().isPresent()
        ? Answer.can("binary-frames", "the own copy of a binary broadcast came in a binary frame")
        : Answer.cannot(
            "binary-frames", "no own copy of a binary broadcast came in a binary frame");
  }

  private void askForPresence() throws InterruptedException {
    ObjectNode config = Json.object();
    config.set("presence", Json.object().put("enabled", true).put("key", ""));
    try (Visit visit = visit(versionFound())) {
      if (!isOk(visit.join(config))) {
        answers.add(Answer.unclear("presence", "no channel could be joined with it"));
      } else if (visit.await("presence_state").isPresent()) {
        answers.add(Answer.can("presence", "a presence_state came when it was asked for"));
      } else {
        answers.add(Answer.cannot("presence", "no presence_state came when it was asked for"));
      }
    }
  }

  private void askForDatabaseChanges() throws InterruptedException {
    JsonNode wish = Json.object().put("event", "*").put("schema", "public");
    ObjectNode config = Json.object();
    config.set("postgres_changes", Json.array().add(wish));
    try (Visit visit = visit(versionFound())) {
      Optional<Envelope> reply = visit.join(config);
      JsonNode echoed =
          reply
              .map(message -> message.payload().at("/response/postgres_changes/0/id"))
              .orElse(Json.none());
      if (!isOk(reply)) {
        answers.add(Answer.unclear("postgres-changes", "no channel could be joined with them"));
      } else if (echoed.isIntegralNumber()) {
        answers.add(Answer.can("postgres-changes", "a join was answered with an id for the wish"));
      } else {
        answers.add(Answer.cannot("postgres-changes", "a join was answered without an id"));
      }
    }
  }

  /** Whatever the answer is, topics by right are the vendor's to prepare. */
  private void askForPrivateChannel() throws InterruptedException {
    try (Visit visit = visit(versionFound())) {
      Optional<Envelope> reply = visit.join(Json.object().put("private", true));
      String heard =
          isOk(reply)
              ? "a private channel could be joined without any right"
              : reply.map(Survey::reason).orElse("a join of a private channel was not answered");
      answers.add(Answer.unclear("private-channels", heard));
    }
  }

  private Visit visit(ProtocolVersion vsn) {
    return new Visit(transport, endpoint, vsn, budget);
  }

  private ProtocolVersion versionFound() {
    boolean knowsV2 =
        answers.stream()
            .anyMatch(a -> a.capability().equals("version-2") && a.opinion() == Opinion.CAN);
    return knowsV2 ? V2 : V1;
  }

  private void noteUnasked(Visit visit) {
    visit.unasked().forEach(message -> unaskedEvents.add(message.event()));
  }

  private static boolean isOk(Optional<Envelope> reply) {
    return reply.map(r -> r.payload().path("status").asString("").equals("ok")).orElse(false);
  }

  private static String reason(Envelope reply) {
    return "a join was answered with " + Json.write(reply.payload().path("response"));
  }
}
