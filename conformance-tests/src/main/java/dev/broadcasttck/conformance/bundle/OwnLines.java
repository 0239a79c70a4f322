package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.CloseSent;
import dev.broadcasttck.conformance.tape.Happening.ControlSent;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SendCalled;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Script;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a trace the script has written: at plain sockets all that is sent, of clients only calls.
 */
record OwnLines(Set<Class<? extends Happening>> kinds) implements Script {
  /** Tokens that are made anew each time; those that nobody has signed end with a dot. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]*(\\.[\\w-]*)?");

  static final OwnLines OF_CLIENTS = new OwnLines(Set.of(SendCalled.class));
  static final OwnLines OF_SOCKETS =
      new OwnLines(
          Set.of(
              SocketOpening.class,
              FrameSent.class,
              ControlSent.class,
              CloseSent.class,
              RequestSent.class));

  @Override
  public boolean writes(Happening what) {
    return kinds.contains(what.getClass());
  }

  @Override
  public boolean isLike(Happening then, Happening now) {
    return discreet(then).equals(discreet(now));
  }

  private static String discreet(Happening what) {
    return Json.write(
        new ExactLine(text -> TOKEN.matcher(text).replaceAll(Redaction.PLACEHOLDER)).of(what));
  }
}
