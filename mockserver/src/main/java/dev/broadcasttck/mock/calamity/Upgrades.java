package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Manner;
import dev.broadcasttck.mock.wire.Stroke;
import dev.broadcasttck.mock.wire.Stroke.Last;
import dev.broadcasttck.mock.wire.Stroke.Wait;
import dev.broadcasttck.mock.wire.Stroke.Write;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A request for a socket is refused, led elsewhere, or not answered as it should be. */
final class Upgrades {
  private static final Duration LATE = Duration.ofMillis(300);
  private static final String ELSEWHERE = "/moved";
  private static final List<Integer> REFUSALS =
      List.of(400, 401, 403, 404, 408, 409, 410, 426, 429, 500, 502, 503, 504);
  private static final List<Integer> REDIRECTIONS = List.of(301, 302, 303, 307, 308);

  private Upgrades() {}

  static void enter() {
    for (int status : REFUSALS) {
      refuse("UPGRADE_REFUSED_" + status, "refuses sockets with " + status, Answer.empty(status));
    }
    for (int status : REDIRECTIONS) {
      Answer answer = Answer.empty(status).with("location", ELSEWHERE);
      refuse("UPGRADE_REDIRECTED_" + status, "leads elsewhere, where nothing is", answer);
    }
    refuse("UPGRADE_ANSWERED_200", "answers with a page", Answer.words(200, "<h1>It works!</h1>"));
    refuse("UPGRADE_ANSWERED_204", "answers with nothing", Answer.empty(204));
    withoutAnswer();
    slowly();
    wrongly();
  }

  private static void refuse(String name, String about, Answer answer) {
    Handshake refusal = new Handshake.Refused(answer, false);
    Calamities.enter(name, about, Points.opening((request, handshake) -> refusal));
  }

  private static void withoutAnswer() {
    answer("UPGRADE_HANGS", "does not answer", bytes -> List.of(Last.SILENCE));
    answer("UPGRADE_ENDS", "ends the connection without an answer", bytes -> List.of(Last.END));
    answer("UPGRADE_RESETS", "resets the connection", bytes -> List.of(Last.RESET));
    answer(
        "UPGRADE_STOPS_MIDWAY",
        "writes half an answer, and nothing any more",
        bytes -> Pieces.half(bytes, Last.SILENCE));
    answer(
        "UPGRADE_ENDS_MIDWAY",
        "ends the connection in the middle of the answer",
        bytes -> Pieces.half(bytes, Last.END));
  }

  private static void slowly() {
    answer("UPGRADE_DRIPS", "writes its answer three bytes at a time", b -> Pieces.drip(b, 3));
    answer(
        "UPGRADE_LATE", "answers 300 ms later", bytes -> List.of(new Wait(LATE), new Write(bytes)));
  }

  private static void wrongly() {
    head(
        "UPGRADE_WRONG_ACCEPT",
        "answers to another key",
        head ->
            head.replaceFirst("(?i)(sec-websocket-accept: ).*", "$1AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    head(
        "UPGRADE_NO_ACCEPT",
        "answers to no key",
        head -> head.replaceFirst("(?i)sec-websocket-accept: .*\r\n", ""));
    head(
        "UPGRADE_TO_NOTHING",
        "does not say what it upgrades to",
        head -> head.replaceFirst("(?i)\r\nupgrade: .*", ""));
    head(
        "UPGRADE_WITH_UNASKED_EXTENSION",
        "uses an extension that nobody offered",
        head -> head.replaceFirst("\r\n", "\r\nsec-websocket-extensions: x-unasked\r\n"));
    answer(
        "UPGRADE_NOT_HTTP",
        "answers with something that is no HTTP",
        bytes -> List.of(new Write(Bytes.utf8("SSH-2.0-OpenSSH_9.2\r\n\r\n")), Last.END));
  }

  private static void head(String name, String about, Function<String, String> instead) {
    answer(
        name,
        about,
        bytes -> {
          String head = new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
          byte[] other = instead.apply(head).getBytes(StandardCharsets.ISO_8859_1);
          List<Stroke> strokes = List.of(new Write(Bytes.of(other)));
          return strokes;
        });
  }

  /** Only a socket that is granted is answered otherwise. */
  private static void answer(String name, String about, Function<Bytes, List<Stroke>> strokes) {
    Manner manner = new Manner(name, strokes);
    Calamities.enter(
        name,
        about,
        Points.opening(
            (request, handshake) ->
                handshake instanceof Handshake.Accepted accepted
                    ? accepted.in(manner)
                    : handshake));
  }
}
