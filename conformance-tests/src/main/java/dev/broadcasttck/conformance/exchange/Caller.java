package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.plain.PlainSocket;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An actor of the server corpus: at most one socket at a time, and any number of HTTP calls. */
final class Caller {
  /** References of ours begin here, so that a script's small ones are free. */
  private static final int FIRST_REFERENCE = 101;

  private final String name;
  private final ProtocolVersion version;
  private final Encoding encoding;
  private final List<Room> rooms = new ArrayList<>();
  private ProtocolVersion spoken;
  private Optional<PlainSocket> socket = Optional.empty();
  private int references = FIRST_REFERENCE;

  Caller(String name, ProtocolVersion version, Encoding encoding) {
    this.name = name;
    this.version = version;
    this.spoken = version;
    this.encoding = encoding;
  }

  String name() {
    return name;
  }

  /** The version that the script gives it. */
  ProtocolVersion version() {
    return version;
  }

  /** The version that its socket was opened with. */
  ProtocolVersion spoken() {
    return spoken;
  }

  Encoding encoding() {
    return encoding;
  }

  void opened(PlainSocket opened, ProtocolVersion vsn) {
    socket = Optional.of(opened);
    spoken = vsn;
    rooms.clear();
  }

  Optional<PlainSocket> lastSocket() {
    return socket;
  }

  /**
   * Its socket, open or not.
   *
   * @throws ScriptError if it never opened one
   */
  PlainSocket socket() {
    return socket.orElseThrow(() -> new ScriptError(name + " has no socket"));
  }

  /** A reference that its socket has not seen. */
  JsonNode newReference() {
    return Json.text(String.valueOf(references++));
  }

  void asksToJoin(Room room) {
    rooms.add(room);
  }

  /** The topics that its socket asked to join, the latest last. */
  List<Room> rooms() {
    return List.copyOf(rooms);
  }

  /** The latest join of a topic. */
  Optional<Room> room(String topic) {
    return rooms.stream()
        .filter(room -> room.topic().equals(topic))
        .reduce((earlier, later) -> later);
  }
}
