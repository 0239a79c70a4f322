package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.adapter.AdapterBroken;
import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.adapter.AdapterProcess;
import dev.broadcasttck.conformance.adapter.Answer;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.spec.schema.SchemaCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks whether an adapter keeps to the protocol; no server is needed for that. */
final class ProtocolCheck {
  private static final SchemaCheck SCHEMA = SchemaCheck.named("adapter.schema.json");
  private static final Duration PROMPT = Duration.ofSeconds(5);
  private static final List<String> REQUIRED =
      List.of("channel", "on", "subscribe", "send", "unsubscribe", "disconnect", "forget");
  private static final List<String> OPTIONAL =
      List.of("open", "httpSend", "setAuth", "callbackToken", "tokenFunction", "removeChannel");

  private final String nobody = "nobody-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
  private final List<Complaint> complaints = new CopyOnWriteArrayList<>();
  private final AdapterProcess process;

  private ProtocolCheck(AdapterCommand command) {
    this.process = AdapterProcess.start(command, new Unasked(complaints::add));
  }

  /**
   * What came of it.
   *
   * @param introduced whether it said what it is, so that more can be asked of it
   */
  record Findings(boolean introduced, List<Complaint> complaints) {}

  /**
   * What is wrong; nothing, it may be.
   *
   * @throws InterruptedException if the work is being ended
   */
  static Findings of(AdapterCommand command) throws InterruptedException {
    try {
      ProtocolCheck check = new ProtocolCheck(command);
      try {
        boolean introduced = check.look();
        return new Findings(introduced, List.copyOf(new LinkedHashSet<>(check.complaints)));
      } finally {
        check.process.kill();
      }
    } catch (AdapterBroken e) {
      return new Findings(
          false,
          List.of(
              new Complaint(String.valueOf(e.getMessage()), "a command that starts the adapter")));
    }
  }

  private boolean look() throws InterruptedException {
    Optional<JsonNode> introduction = introduction();
    if (introduction.isPresent()) {
      look(introduction.get());
    }
    return introduction.isPresent();
  }

  private void look(JsonNode introduction) throws InterruptedException {
    Set<String> declared = new LinkedHashSet<>();
    introduction.path("methods").forEach(method -> declared.add(method.asString("")));
    List<Question> questions = new ArrayList<>();
    for (String method : List.of(nobody, "toString", "constructor")) {
      questions.add(new Question(Json.object(), method, answer -> unknownMethod(method, answer)));
    }
    REQUIRED.forEach(method -> questions.add(question(method, true)));
    OPTIONAL.forEach(method -> questions.add(question(method, declared.contains(method))));
    if (ask(questions)) {
      noise().ifPresent(complaints::add);
      farewell();
    }
  }

  /**
   * Something asked of the adapter.
   *
   * @param ruling what is wrong with an answer
   */
  private record Question(
      ObjectNode parameters, String method, Function<Answer, Optional<Complaint>> ruling) {}

  private Question question(String method, boolean isExpected) {
    return new Question(strangers(), method, answer -> method(method, isExpected, answer));
  }

  /** Asks all at once; whether the adapter can be asked more. */
  private boolean ask(List<Question> questions) {
    Map<Question, CompletableFuture<Answer>> answers = new LinkedHashMap<>();
    questions.forEach(it -> answers.put(it, process.ask(it.method(), it.parameters(), PROMPT)));
    CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new)).join();
    if (process.ending().isPresent()) {
      complain(
          "the adapter is gone while it is asked several things: " + process.ending().get(),
          "it answers, also to refuse, and lives until 'shutdown'");
      return false;
    }
    if (answers.values().stream().allMatch(it -> it.join() instanceof Answer.Missing)) {
      complain(
          "after 'initialize' it answers nothing within %d ms".formatted(PROMPT.toMillis()),
          "an answer to each request, also to those that it refuses");
      return false;
    }
    answers.forEach((it, answer) -> it.ruling().apply(answer.join()).ifPresent(complaints::add));
    return true;
  }

  private Optional<JsonNode> introduction() {
    Answer answer =
        process.ask("initialize", Json.object().put("protocol", 1), AdapterProcess.START).join();
    if (answer instanceof Answer.Result result) {
      List<String> wrong = SCHEMA.definition("introduction").complaints(result.value());
      if (!wrong.isEmpty()) {
        complain(
            "its answer to 'initialize' is not right: " + String.join(", ", wrong),
            "what docs/adapters.md says that 'initialize' declares");
      }
      return Optional.of(result.value());
    }
    complain("'initialize' is not answered: " + inWords(answer), "a result that says what it is");
    return Optional.empty();
  }

  private static Optional<Complaint> unknownMethod(String method, Answer answer) {
    return isRefusal(answer, Answer.UNKNOWN_METHOD)
        ? Optional.empty()
        : Optional.of(
            new Complaint(
                "the method '%s', which nobody has, is not refused: %s"
                    .formatted(method, inWords(answer)),
                "the error " + Answer.UNKNOWN_METHOD));
  }

  /** Whether a method is there is seen by what it says to handles that nobody made. */
  private static Optional<Complaint> method(String method, boolean isExpected, Answer answer) {
    boolean isMissing = isRefusal(answer, Answer.UNKNOWN_METHOD);
    if (isMissing && isExpected) {
      String why = REQUIRED.contains(method) ? "it is required" : "'initialize' lists it";
      return Optional.of(
          new Complaint("the method '%s' is missing".formatted(method), "to have it, for " + why));
    }
    if (!isExpected && !isMissing) {
      return Optional.of(
          new Complaint(
              "'%s' is not in the methods that 'initialize' lists, and not refused either: %s"
                  .formatted(method, inWords(answer)),
              "to list it, or to refuse it with " + Answer.UNKNOWN_METHOD));
    }
    return isMissing || isRefusal(answer, Answer.WRONG_PARAMETERS)
        ? Optional.empty()
        : Optional.of(
            new Complaint(
                "'%s' of a client that nobody made is not refused: %s"
                    .formatted(method, inWords(answer)),
                "the error " + Answer.WRONG_PARAMETERS));
  }

  private Optional<Complaint> noise() {
    process.write("this is no JSON");
    Answer answer = process.ask(nobody, Json.object(), PROMPT).join();
    return answer instanceof Answer.Missing missing
        ? Optional.of(
            new Complaint(
                "after a line that is no JSON it answers nothing more: " + missing.why(),
                "the error -32700, and to go on"))
        : Optional.empty();
  }

  private void farewell() throws InterruptedException {
    Answer answer = process.ask("shutdown", Json.object(), PROMPT).join();
    if (!(answer instanceof Answer.Result)) {
      complain("'shutdown' is not answered: " + inWords(answer), "a result, and then to end");
    }
    Optional<Integer> exit = process.exitCode(PROMPT);
    if (exit.isEmpty()) {
      complain(
          "its process still lives %d ms after 'shutdown'".formatted(PROMPT.toMillis()),
          "to end with exit code 0");
    } else if (exit.get() != 0) {
      complain("it ends with exit code " + exit.get() + " after 'shutdown'", "exit code 0");
    }
  }

  private ObjectNode strangers() {
    ObjectNode parameters = Json.object();
    Map.of(
            "client",
            nobody,
            "channel",
            nobody,
            "listener",
            "listener",
            "topic",
            nobody,
            "event",
            "event",
            "token",
            "token")
        .forEach(parameters::put);
    parameters.putObject("payload");
    parameters.putObject("config");
    return parameters;
  }

  private void complain(String what, String right) {
    complaints.add(new Complaint(what, right));
  }

  private static boolean isRefusal(Answer answer, int code) {
    return answer instanceof Answer.Refused refused && refused.code() == code;
  }

  private static String inWords(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      return "the answer is the error %d, %s".formatted(refused.code(), refused.message());
    } else if (answer instanceof Answer.Missing missing) {
      return missing.why();
    }
    return "the answer is " + ((Answer.Result) answer).value();
  }
}
