package dev.broadcasttck.conformance.survey;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.RequestLost;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The questions that are asked over HTTP. */
record RestQuestions(Transport transport, Endpoint endpoint, Duration budget) {
  private static final int ACCEPTED = 202;
  private static final Set<Integer> NO_SUCH_PATH = Set.of(404, 405);

  Answer batch() throws InterruptedException {
    JsonNode message =
        Json.object().put("topic", topic()).put("event", "tck-init").set("payload", Json.object());
    JsonNode batch = Json.object().set("messages", Json.array().add(message));
    return answer("rest-batch", endpoint.broadcast(), batch);
  }

  Answer singleEvent() throws InterruptedException {
    URI path = URI.create(endpoint.broadcast() + "/" + topic() + "/events/tck-init");
    return answer("rest-single-event", path, Json.object());
  }

  private Answer answer(String capability, URI address, JsonNode body) throws InterruptedException {
    Tape tape = new Tape(System::nanoTime);
    Endpoint there =
        new Endpoint(endpoint.socket(), address, endpoint.apiKey(), endpoint.headers());
    WireRequest request =
        WireRequest.broadcast(
            transport,
            there,
            Json.write(body),
            budget,
            capability,
            happening -> tape.append(capability, happening),
            answer -> {});
    Optional<Answer> answer =
        tape.await(
            entries ->
                entries.stream().flatMap(e -> answer(capability, e.what()).stream()).findFirst(),
            budget);
    request.cut();
    return answer.orElseGet(() -> Answer.unclear(capability, "a POST was not answered in time"));
  }

  private static Optional<Answer> answer(String capability, Happening happening) {
    if (happening instanceof RequestLost lost) {
      return Optional.of(Answer.unclear(capability, "a POST came to nothing: " + lost.cause()));
    }
    if (!(happening instanceof ResponseReceived response)) {
      return Optional.empty();
    }
    String heard = "a POST was answered with " + response.status();
    if (response.status() == ACCEPTED) {
      return Optional.of(Answer.can(capability, heard));
    }
    return Optional.of(
        NO_SUCH_PATH.contains(response.status())
            ? Answer.cannot(capability, heard)
            : Answer.unclear(capability, heard));
  }

  private static String topic() {
    return "tck-init-" + UUID.randomUUID();
  }
}
