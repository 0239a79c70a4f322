package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.wire.Answer;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.WireRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A client's broadcasts over REST, which outlive the channels they come from. Lives on the loop.
 */
final class RestSender {
  private static final int SUCCESS = 2;
  private static final int PLAIN_OK = 200;

  private final Terms terms;
  private final Tokens tokens;
  private final Ear ear;
  private final Map<String, WireRequest> underWay = new HashMap<>();

  RestSender(Terms terms, Tokens tokens, Ear ear) {
    this.terms = terms;
    this.tokens = tokens;
    this.ear = ear;
  }

  /**
   * Sends a batch of one.
   *
   * @param topic without {@code realtime:}
   */
  void send(String send, String topic, UserBroadcast message, boolean isPrivate) {
    Endpoint endpoint = terms.options().endpoint();
    tokens.ask(
        token -> {
          Secret shown = token.orElse(endpoint.apiKey());
          post(send, new Posting(endpoint, shown, topic, message, isPrivate));
        });
  }

  /** Gives up on all that is under way. */
  void cut() {
    underWay.values().forEach(WireRequest::cut);
  }

  private void post(String send, Posting posting) {
    String name = terms.workshop().name("request");
    underWay.put(
        name,
        WireRequest.send(
            terms.workshop().transport(),
            posting.endpoint(),
            posting.letter(terms.conduct()),
            terms.timeout(),
            name,
            terms.tap(),
            answer -> terms.loop().run(() -> settle(name, send, answer))));
  }

  private void settle(String name, String send, Answer answer) {
    underWay.remove(name);
    result(answer).ifPresent(result -> ear.settled(send, result.toString()));
  }

  private Optional<Reply> result(Answer answer) {
    return answer instanceof Answer.Lost lost
        ? result(lost.loss())
        : Optional.of(result(((Answer.Answered) answer).status()));
  }

  private Reply result(int status) {
    boolean ok = status / 100 == SUCCESS;
    if (!ok && terms.conduct().does(Misbehaviour.REST_ALWAYS_OK)) {
      return Reply.OK;
    }
    boolean picky = status != PLAIN_OK && terms.conduct().does(Misbehaviour.REST_OK_IS_200_ONLY);
    return ok && !picky ? Reply.OK : Reply.ERROR;
  }

  private Optional<Reply> result(Loss loss) {
    boolean late = loss.cause() == Loss.Cause.TIMED_OUT;
    Misbehaviour hanging = late ? Misbehaviour.REST_HANGS : Misbehaviour.REST_HANGS_ON_RESET;
    if (terms.conduct().does(hanging)) {
      return Optional.empty();
    }
    return Optional.of(late ? Reply.TIMED_OUT : Reply.LOST);
  }
}
