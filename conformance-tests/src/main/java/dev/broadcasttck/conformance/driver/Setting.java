package dev.broadcasttck.conformance.driver;

import java.util.Arrays;
import java.util.Optional;

/** What a client may let its user set when it is made. */
public enum Setting {
  /** How long joins and sends wait for their replies. */
  TIMEOUT("timeoutMs"),
  /** How often a heartbeat is sent. */
  HEARTBEAT("heartbeatMs"),
  /** How long to wait before the first attempt to connect again. */
  RECONNECT("reconnectMs"),
  /** How many broadcasts a client lets itself send. */
  EVENTS_PER_SECOND("eventsPerSecond"),
  /** Which version of the protocol is spoken. */
  VSN("vsn"),
  /** With which kind of socket. */
  TRANSPORT("transport");

  private final String member;

  Setting(String member) {
    this.member = member;
  }

  /** Its name in the adapter protocol. */
  public String member() {
    return member;
  }

  public static Optional<Setting> named(String member) {
    return Arrays.stream(values()).filter(setting -> setting.member.equals(member)).findFirst();
  }
}
