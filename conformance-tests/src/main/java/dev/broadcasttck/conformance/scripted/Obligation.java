package dev.broadcasttck.conformance.scripted;

/** What a client owes its user and its server; each is broken by at least one misbehaviour. */
public enum Obligation {
  SETTLING("A send ends in bounded time: with an error reply, and without any reply."),
  NEIGHBOURS("An error of one channel leaves the others of the socket hearing."),
  HONEST_STATUS("SUBSCRIBED is said after the join's ok reply and never else."),
  SERVER_ENDS("phx_error and phx_close end every channel's current join, and no later one."),
  COMING_BACK("After a drop the client connects and joins again as before, soon, without a storm."),
  HEARTBEAT("Life is shown in each interval, and a dead server noticed within two."),
  PAYLOAD("The user's payload is nested, kept as it is, whatever its keys."),
  LISTENERS("Each listener hears what it asked for, once, and nothing else."),
  EARLY_SEND("What is sent before the join goes over REST, in the exact request."),
  REST_RESULT("Each REST answer becomes its result, and a lost one does not hang."),
  REPLY_MATCHING("A send ends with the reply to its own ref."),
  JOIN_REF("Every frame of a channel names the current join."),
  FIRST_TOKEN("A private channel's first join carries the token."),
  JOIN_TIMEOUT("A join without a reply times out, and is tried again."),
  ROBUSTNESS("Nothing that a server sends kills the connection."),
  BURST("A burst is sent whole and in order, or what is held back is told."),
  LEAVING("Leaving tells the server, silences the channel and no other, and is not for ever."),
  ECHO("The own broadcast comes back as often as it was asked for: once or never."),
  LONG_AND_FOREIGN("Text of any language and length arrives as it was sent."),
  VERSIONS("Members of both versions understand each other."),
  RENEWAL("A new token reaches the server, on joined channels and in the next join."),
  NO_ZOMBIE("Disconnecting ends the one socket, and connecting again loses nothing.");

  private final String sentence;

  Obligation(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
