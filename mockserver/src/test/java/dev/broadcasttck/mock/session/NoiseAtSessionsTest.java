package dev.broadcasttck.mock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.PayloadLimit;
import dev.broadcasttck.mock.project.Policy;
import dev.broadcasttck.noise.Noise;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Frames that nobody would send, at sessions without a socket. */
class NoiseAtSessionsTest {
  /** A join with everything is answered with four frames, and each of the sockets hears of it. */
  private static final int MOST_ANSWERS = 40;

  private static final int SOCKETS = 6;
  private static final int FRAMES_OF_A_SOCKET = 300;

  private final CountingHub hub = new CountingHub();
  private final Stage stage = new Stage(Policy.OPEN, new PayloadLimit(100), hub);
  private final List<Stage.Script> open = new ArrayList<>();
  private int thrown;

  @Test
  void noFrameOfVersion1BreaksASession() {
    Noise noise = Noise.of(ofVersion1());
    noise.throwAt(Noise.AMOUNT / 2, bytes -> receive(ProtocolVersion.V1, noise, bytes));
    endsWithNothingLeft();
  }

  @Test
  void noFrameOfVersion2BreaksASession() {
    Noise noise = new Noise(Stream.concat(texts(), binaries()).toList());
    noise.throwAt(Noise.AMOUNT / 2, bytes -> receive(ProtocolVersion.V2, noise, bytes));
    endsWithNothingLeft();
  }

  private void receive(ProtocolVersion version, Noise noise, byte[] bytes) {
    if (thrown++ % FRAMES_OF_A_SOCKET == 0) {
      renew(version);
      stage.advance(Duration.ofMillis(noise.number(2000)));
    }
    Stage.Script socket = open.get(noise.number(open.size()));
    boolean isText = noise.number(2) == 0;
    Bytes frame = Bytes.of(bytes);
    socket.sends(isText ? new Frame(Frame.Kind.TEXT, frame) : Frame.binary(frame));
    open.forEach(it -> assertThat(it.received()).hasSizeLessThan(MOST_ANSWERS));
  }

  private void renew(ProtocolVersion version) {
    if (open.size() == SOCKETS) {
      open.remove(0).ends();
    }
    open.add(version == ProtocolVersion.V1 ? stage.version1() : stage.version2());
  }

  private void endsWithNothingLeft() {
    assertThat(hub.joins).as("the noise gets as far as joining").isGreaterThan(thrown / 200);
    assertThat(hub.publications).as("and broadcasting").isGreaterThan(thrown / 200);
    open.forEach(Stage.Script::ends);
    assertThat(hub.members).as("those who are left when all sockets are gone").isEmpty();
  }

  private static Stream<String> ofVersion1() {
    return Stream.of("realtime:a", "realtime:b", "phoenix")
        .flatMap(topic -> pushes().map(push -> version1(topic, push)));
  }

  private static Stream<byte[]> texts() {
    return Stream.of("realtime:a", "realtime:b", "phoenix")
        .flatMap(topic -> pushes().map(push -> version2(topic, push)))
        .map(text -> Bytes.utf8(text).toArray());
  }

  private static String version1(String topic, String[] push) {
    return "{\"topic\":\"%s\",\"event\":\"%s\",\"payload\":%s,\"ref\":\"%s\",\"join_ref\":\"11\"}"
        .formatted(topic, push[0], push[1], push[2]);
  }

  private static String version2(String topic, String[] push) {
    return "[\"11\",\"%s\",\"%s\",\"%s\",%s]".formatted(push[2], topic, push[0], push[1]);
  }

  /** An event, a payload and a reference each. */
  private static Stream<String[]> pushes() {
    return Stream.of(
        new String[] {"phx_join", "{\"config\":{}}", "11"},
        new String[] {
          "phx_join",
          "{\"config\":{\"broadcast\":{\"ack\":true,\"self\":true,\"replay\":{\"since\":0,\"limit\":5}},"
              + "\"presence\":{\"enabled\":true,\"key\":\"k\"},\"private\":true,"
              + "\"postgres_changes\":[{\"event\":\"*\",\"schema\":\"public\"}]},\"access_token\":\"t\"}",
          "11"
        },
        new String[] {
          "phx_join", "{\"config\":{\"broadcast\":{\"ack\":true,\"self\":true}}}", "12"
        },
        new String[] {
          "broadcast", "{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{\"a\":1.10}}", "13"
        },
        new String[] {"broadcast", "{\"type\":\"broadcast\",\"event\":\"e\"}", "14"},
        new String[] {
          "presence",
          "{\"type\":\"presence\",\"event\":\"track\",\"payload\":{\"mood\":\"good\"}}",
          "15"
        },
        new String[] {"presence", "{\"type\":\"presence\",\"event\":\"untrack\"}", "16"},
        new String[] {"access_token", "{\"access_token\":\"a.b.c\"}", "17"},
        new String[] {"heartbeat", "{}", "18"},
        new String[] {"phx_leave", "{}", "19"});
  }

  private static Stream<byte[]> binaries() {
    return Stream.of(
            "0302020a050001313131337265616c74696d653a61746573746b7b2261223a317d",
            "0302020a010001313131337265616c74696d653a61657b7d",
            "0302020a010000313131337265616c74696d653a6165ff00fe",
            "0302020a01110131313133"
                + "7265616c74696d653a61"
                + "65"
                + "7b226964223a226162636465663031227d"
                + "7b7d",
            "0002020a09313131337265616c74696d653a6162726f6164636173747b7d")
        .map(hex -> Bytes.hex(hex).toArray());
  }

  /** Knows who is in. */
  private static final class CountingHub implements Hub {
    private final Hub hub = new TopicHub();
    private final List<Member> members = new ArrayList<>();
    private int joins;
    private int publications;

    @Override
    public void join(Room room, Member member) {
      joins++;
      members.add(member);
      hub.join(room, member);
    }

    @Override
    public void leave(Room room, Member member) {
      members.remove(member);
      hub.leave(room, member);
    }

    @Override
    public Fate publish(Publication publication) {
      publications++;
      return hub.publish(publication);
    }

    @Override
    public void announce(Room room, String event, JsonNode payload) {
      hub.announce(room, event, payload);
    }
  }
}
