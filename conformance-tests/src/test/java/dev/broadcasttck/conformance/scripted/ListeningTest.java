package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListeningTest {
  private Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aListenerHearsItsEventInAnyCaseAndAStarHearsAll() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    channel.on("test", "test");
    channel.on("again", "Test");
    channel.on("other", "other");
    channel.on("all", "*");
    Peer peer = stage.joined(channel);

    peer.send(broadcast("TEST", 1));
    peer.send(broadcast("tests", 2));

    stage.received("tests");
    assertThat(heard("all 2")).containsExactly("test 1", "again 1", "all 1", "all 2");
  }

  @Test
  void aListenerHearsTheInnerPayloadAndTheEventAsSent() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    channel.on("l", "test");
    Peer peer = stage.joined(channel);

    peer.send(broadcast("TEST", 1));

    Happening.MessageHeard heard = stage.first(Happening.MessageHeard.class);
    assertThat(heard.event()).isEqualTo("TEST");
    assertThat(heard.payload()).hasToString("{\"n\":1}");
    assertThat(heard.channel()).isEqualTo("a");
  }

  @Test
  void aBinaryBroadcastIsHeardLikeATextOne() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    channel.on("l", "hello");
    Peer peer = stage.joined(channel);

    peer.sendHex("040d0500017265616c74696d653a726f6f6d68656c6c6f7b226e223a317d");

    assertThat(stage.first(Happening.MessageHeard.class).payload()).hasToString("{\"n\":1}");
  }

  @Test
  void anotherTopicsBroadcastIsNotHeard() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    channel.on("all", "*");
    Peer peer = stage.joined(channel);

    peer.send(broadcast("e", 1).replace("realtime:room", "realtime:rooms"));
    peer.send(broadcast("e", 2));

    assertThat(heard("all 2")).containsExactly("all 2");
  }

  @Test
  void garbageIsOnTheTapeAndHarmsNobody() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    channel.on("all", "*");
    Peer peer = stage.joined(channel);

    peer.send("{not json");
    peer.sendHex("ff00");
    peer.send("[null,null,\"realtime:room\",\"broadcast\",\"no object\"]");
    peer.send("[null,null,\"realtime:room\",\"unheard_of\",null]");
    peer.send(broadcast("e", 2));

    assertThat(heard("all 2")).containsExactly("all 2");
    assertThat(noise()).containsExactly("{not json", "ff00");
  }

  @Test
  void whoFiltersNothingCallsEveryListener() throws Exception {
    stage.close();
    stage = new Stage(Misbehaviour.FILTERS_NOTHING);
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    channel.on("test", "test");
    channel.on("other", "other");
    Peer peer = stage.joined(channel);

    peer.send(broadcast("test", 1));

    assertThat(heard("other 1")).containsExactly("test 1", "other 1");
  }

  private static String broadcast(String event, int n) {
    return "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"%s\",\"payload\":{\"n\":%d}}]"
        .formatted(event, n);
  }

  /** Who was called with what, up to the one that comes last. */
  private List<String> heard(String last) throws InterruptedException {
    return stage
        .tape
        .await(
            entries -> {
              List<String> calls =
                  entries.stream()
                      .filter(entry -> entry.what() instanceof Happening.MessageHeard)
                      .map(entry -> (Happening.MessageHeard) entry.what())
                      .map(heard -> heard.listener() + " " + heard.payload().path("n").asInt())
                      .toList();
              return calls.contains(last) ? Optional.of(calls) : Optional.empty();
            },
            Stage.MUST_COME)
        .orElseThrow();
  }

  private List<String> noise() {
    return stage.tape.entries().stream()
        .filter(entry -> entry.what() instanceof Happening.FrameReceived)
        .map(entry -> ((Happening.FrameReceived) entry.what()).frame())
        .filter(frame -> frame.reading() instanceof Reading.Noise)
        .map(Frame::content)
        .toList();
  }
}
