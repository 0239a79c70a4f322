package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.Receive;
import dev.broadcasttck.mock.recording.Event.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every way to falsify a recorded answer in one place. */
final class Flip {
  private static final JsonMapper JSON = new JsonMapper();

  private Flip() {}

  static Stream<Answer> of(Answer answer) {
    if (answer instanceof Response response) {
      return response(response);
    } else if (answer instanceof Receive receive) {
      Frame frame = receive.frame();
      return contents(frame).map(content -> new Receive(new Frame(frame.kind(), content)));
    }
    if (answer instanceof Event.Head head) {
      return Stream.of(new Event.Head(head.line().replace(" 101 ", " 102 ")));
    }
    Closed closed = (Closed) answer;
    return Stream.of(
        new Closed(closed.code() + 1, closed.reason()), new Closed(closed.code(), "~"));
  }

  private static Stream<Answer> response(Response response) {
    List<Answer> flipped = new ArrayList<>();
    flipped.add(new Response(response.status() + 1, response.headers(), response.body()));
    flipped.add(new Response(response.status(), response.headers(), response.body() + "~"));
    for (String name : response.headers().keySet()) {
      SortedMap<String, String> headers = new TreeMap<>(response.headers());
      headers.merge(name, "~", String::concat);
      flipped.add(new Response(response.status(), headers, response.body()));
    }
    return flipped.stream();
  }

  private static Stream<String> contents(Frame frame) {
    return switch (frame.kind()) {
      case BINARY -> Stream.of(frame.content() + "00", "ff" + frame.content().substring(2));
      case TEXT -> texts(frame.content());
      case PING, PONG -> Stream.of(frame.content() + "~");
    };
  }

  private static Stream<String> texts(String text) {
    try {
      return JsonFlip.of(JSON.readTree(text)).map(Object::toString);
    } catch (JacksonException notJson) {
      return Stream.of(text + "~");
    }
  }
}
