package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a driver is, and what can be observed of it.
 *
 * @param name such as {@code scripted}
 * @param version of the library that it drives
 * @param vsn the protocol version that its clients speak if nobody says otherwise
 * @param encodings how its clients can frame a broadcast in version 2
 * @param abilities what its clients can do and show
 * @param settable what can be set when a client is made
 * @param timers the times that its clients keep if nobody says otherwise
 */
public record DriverProfile(
    String name,
    String version,
    ProtocolVersion vsn,
    Set<Encoding> encodings,
    Set<Ability> abilities,
    Set<Setting> settable,
    Timers timers) {

  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  /** How its clients frame a broadcast where nobody says how. */
  public Encoding ownEncoding() {
    return encodings.iterator().next();
  }

  /** Whether a client can be made that speaks a version, and frames its broadcasts so. */
  public boolean speaks(ProtocolVersion version, Encoding encoding) {
    return (version == vsn || settable.contains(Setting.VSN))
        && (version == ProtocolVersion.V1 || encodings.contains(encoding));
  }

  /** The times that a client keeps for whom some were asked: what cannot be set stays as it is. */
  public Timers effective(Timers asked) {
    return new Timers(
            asked.timeout().filter(time -> settable.contains(Setting.TIMEOUT)),
            asked.heartbeat().filter(time -> settable.contains(Setting.HEARTBEAT)),
            asked.reconnect().filter(time -> settable.contains(Setting.RECONNECT)))
        .or(timers);
  }

  /** The capabilities by which scenarios ask for a driver that can show what they look at. */
  public Set<String> capabilities() {
    Set<String> capabilities = new TreeSet<>();
    abilities.forEach(ability -> capabilities.add(ability.capability()));
    if (settable.contains(Setting.VSN)) {
      capabilities.add("settable-vsn");
    }
    if (settable.contains(Setting.TRANSPORT)) {
      capabilities.add("settable-transport");
    }
    return capabilities;
  }
}
