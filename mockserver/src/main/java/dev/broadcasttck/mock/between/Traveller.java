package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.script.Knock;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/**
 * A socket between a client and a server, from the request for it on.
 *
 * <pre>
 * asked → open → gone
 *       ↘ refused
 * </pre>
 */
public final class Traveller {
  private final Place place;
  private final Script script;
  private final Knock knock;
  private Optional<LiveSocket> live = Optional.empty();
  private Optional<Passage> passage = Optional.empty();

  private Traveller(Place place, Script script, Knock knock) {
    this.place = place;
    this.script = script;
    this.knock = knock;
  }

  /** A socket is asked for. */
  public static Traveller ask(Place place, Script script, Request request) {
    return new Traveller(place, script, script.knocked(request));
  }

  /** Its number in the journal. */
  public int number() {
    return knock.socket();
  }

  /** The server did not grant it. */
  public void refused(Answer answer) {
    script.turnedAway(knock, answer);
  }

  /**
   * The server granted it.
   *
   * @param client where it goes that comes out for the client
   */
  public void open(ProtocolVersion version, Outlet client, Upstream upstream) {
    var accepted =
        new Handshake.Accepted(version, new Token.Valid("", Json.object()), place.project());
    live =
        Optional.of(
            LiveSocket.open(
                script,
                knock,
                accepted,
                client,
                socket -> {
                  Passage opened = new Passage(place, socket, upstream);
                  passage = Optional.of(opened);
                  return place.board().conversation(opened, socket);
                }));
  }

  public void clientSays(Frame frame) {
    live.ifPresent(it -> it.receive(frame));
  }

  public void serverSays(Frame frame, Optional<Word> word) {
    passage.ifPresent(it -> it.serverSays(frame, word));
  }

  /** The client sends a close frame; whether it is to go on. */
  public boolean clientCloses(int code) {
    return live.map(it -> it.closing(code)).orElse(true);
  }

  public void serverCloses(int code) {
    passage.ifPresent(it -> it.serverCloses(code));
  }

  /** The connection is gone. */
  public void gone() {
    live.ifPresent(LiveSocket::gone);
    live = Optional.empty();
    passage = Optional.empty();
  }
}
