package dev.broadcasttck.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The protocol's two framings, as a client writes them. */
public enum Framing {
  V1("1.0.0") {
    @Override
    byte[] text(String topic, String event, String payload) {
      return """
          {"topic":"%s","event":"%s","payload":%s,"ref":"1","join_ref":"1"}"""
          .formatted(topic, event, payload)
          .getBytes(UTF_8);
    }

    @Override
    public byte[] broadcast(String topic, int number) {
      String payload =
          "{\"type\":\"broadcast\",\"event\":\"%s\",\"payload\":%s}"
              .formatted(EVENT, content(number));
      return ClientFrames.text(text(topic, "broadcast", payload));
    }
  },
  V2("2.0.0") {
    @Override
    byte[] text(String topic, String event, String payload) {
      return """
          ["1","1","%s","%s",%s]"""
          .formatted(topic, event, payload)
          .getBytes(UTF_8);
    }

    /** A binary user broadcast push: kind 3. */
    @Override
    public byte[] broadcast(String topic, int number) {
      byte[] fields = ("11" + topic + EVENT).getBytes(UTF_8);
      byte[] content = content(number).getBytes(UTF_8);
      return ClientFrames.binary(
          ByteBuffer.allocate(HEADER + fields.length + content.length)
              .put(new byte[] {USER_BROADCAST_PUSH, 1, 1})
              .put((byte) topic.length())
              .put((byte) EVENT.length())
              .put(new byte[] {0, JSON})
              .put(fields)
              .put(content)
              .array());
    }
  };

  /** The event that every broadcast of a measurement has. */
  public static final String EVENT = "tick";

  private static final int HEADER = 7;
  private static final byte USER_BROADCAST_PUSH = 3;
  private static final byte JSON = 1;
  private static final String CONFIG =
      """
      {"config":{"broadcast":{"self":false,"ack":false},"presence":{"enabled":false},\
      "postgres_changes":[],"private":false}}""";

  private final String vsn;

  Framing(String vsn) {
    this.vsn = vsn;
  }

  /** The value of the query's {@code vsn}. */
  public String vsn() {
    return vsn;
  }

  public byte[] join(String topic) {
    return ClientFrames.text(text(topic, "phx_join", CONFIG));
  }

  /** A broadcast of about 100 bytes of content, as long whatever its number is. */
  public abstract byte[] broadcast(String topic, int number);

  abstract byte[] text(String topic, String event, String payload);

  private static String content(int number) {
    return "{\"n\":%d,\"text\":\"%s\"}".formatted(1_000_000_000 + number, "x".repeat(80));
  }
}
