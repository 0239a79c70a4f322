package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.Connect;
import dev.broadcasttck.mock.recording.Event.HangUp;
import dev.broadcasttck.mock.recording.Event.Note;
import dev.broadcasttck.mock.recording.Event.Receive;
import dev.broadcasttck.mock.recording.Event.Request;
import dev.broadcasttck.mock.recording.Event.Response;
import dev.broadcasttck.mock.recording.Event.Send;

/** Events in words, for messages. */
final class Show {
  static final String ABSENT = "(absent)";
  private static final int ENOUGH = 400;

  private Show() {}

  static String briefly(Event event) {
    String words = words(event);
    return words.length() <= ENOUGH ? words : words.substring(0, ENOUGH) + "…";
  }

  private static String words(Event event) {
    if (event instanceof Connect connect) {
      return "GET " + connect.target() + " (upgrade)";
    } else if (event instanceof Request request) {
      return request.method()
          + " "
          + request.target()
          + request.body().map(b -> " " + b).orElse("");
    } else if (event instanceof Send send) {
      return frame(send.frame());
    } else if (event instanceof HangUp) {
      return "close frame, code 1000";
    } else if (event instanceof Response response) {
      return "HTTP " + response.status() + " " + response.body();
    } else if (event instanceof Receive receive) {
      return frame(receive.frame());
    } else if (event instanceof Closed closed) {
      return "end of the socket, code " + closed.code() + " \"" + closed.reason() + "\"";
    }
    return event instanceof Note note ? note.text() : event.toString();
  }

  private static String frame(Frame frame) {
    return frame.kind() == Frame.Kind.TEXT
        ? frame.content()
        : frame.kind() + " frame " + frame.content();
  }
}
