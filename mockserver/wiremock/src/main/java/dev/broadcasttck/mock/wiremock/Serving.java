package dev.broadcasttck.mock.wiremock;

import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import com.github.tomakehurst.wiremock.verification.diff.DiffEventData;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.neighbour.Header;
import dev.broadcasttck.mock.neighbour.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What WireMock made of a request.
 *
 * @param difference to the nearest stub, where none matched
 */
record Serving(Response response, Optional<DiffEventData> difference) {
  static Serving of(Response response, Map<String, Object> attributes) {
    Object event = attributes.get(ServeEvent.ORIGINAL_SERVE_EVENT_KEY);
    Optional<SubEvent> difference =
        event instanceof ServeEvent served ? served.getDiffSubEvent() : Optional.empty();
    return new Serving(response, difference.map(it -> it.getDataAs(DiffEventData.class)));
  }

  /** In the port's words, for a path that is the mock's own or not. */
  Reply reply(boolean isOfMock) {
    // Nothing is configured for the mock where stubs were reset a moment ago.
    if (MockItself.isMeant(response) || (isOfMock && !response.wasConfigured())) {
      return new Reply.LeftToTheMock(Duration.ofMillis(response.getInitialDelay()));
    }
    return difference.<Reply>map(Serving::unmatched).orElseGet(() -> Replies.of(response));
  }

  private static Reply.Answered unmatched(DiffEventData difference) {
    return new Reply.Answered(
        difference.getStatus(),
        List.of(new Header("content-type", difference.getContentType() + "; charset=utf-8")),
        Bytes.utf8(difference.getReport()));
  }
}
