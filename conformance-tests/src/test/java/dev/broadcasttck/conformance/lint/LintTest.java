package dev.broadcasttck.conformance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.spec.corpus.Corpora;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each thing that the lint finds, and what looks like it and is none. */
class LintTest {
  private static final String BATCH = "http://host/realtime/v1/api/broadcast";
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "apikey", "key");

  private final Talk talk = new Talk();
  private final Talk.Socket alice = talk.version2("alice");
  private final Talk.Socket bob = talk.version2("bob");

  @Test
  void anOrdinaryConversationHasNothingToBeFound() {
    bob.joins("{}");
    alice.joins("{\"ack\":true}").broadcasts("12", 1);
    bob.hears(1);
    alice.isAnswered("12", "ok");
    alice.says("[null,\"13\",\"phoenix\",\"heartbeat\",{}]");
    alice.gets("[null,\"13\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    alice.says("[\"11\",\"14\",\"realtime:a\",\"phx_leave\",{}]").isAnswered("14", "ok");
    alice.gets("[\"11\",\"11\",\"realtime:a\",\"phx_close\",{}]");

    assertThat(talk.found()).isEmpty();
  }

  @Test
  void everythingThatIsFoundHasARule() {
    assertThat(Lint.readable())
        .isNotEmpty()
        .allMatch(id -> Corpora.bundledRules().rule(id).isPresent());
  }

  @Test
  void aClientThatSpeaksAnotherVersionIsFound() {
    talk.version1("carol").says("[null,\"1\",\"phoenix\",\"heartbeat\",{}]");

    assertThat(talk.rules()).containsExactly("CCONNECT-3");
  }

  @Test
  void aPushThatLacksAKeyIsFound() {
    talk.version1("carol").says("{\"topic\":\"phoenix\",\"event\":\"heartbeat\",\"payload\":{}}");

    assertThat(talk.rules()).containsExactly("CCONNECT-3");
  }

  @Test
  void aVersionThatThereIsNotIsFound() {
    talk.happens(new SocketOpening("carol", "ws://host/websocket?vsn=3.0.0"));

    assertThat(talk.rules()).containsExactly("CCONNECT-3");
  }

  @Test
  void lengthsThatCountCharactersAreFound() {
    alice.joins("{}");
    alice.saysBytes("0301010e02000131327265616c74696d653a726f6f6d31c3a9c3a97b226e223a317d");

    assertThat(talk.rules()).containsExactly("CFRAME-8");
  }

  @Test
  void aJoinOfAnOddShapeIsFound() {
    alice.joins("{\"self\":\"yes\"}");

    assertThat(talk.rules()).containsExactly("CJOIN-20");
  }

  @Test
  void aJoinWithoutAReferenceOrWithAnotherTopicIsFound() {
    alice.says("[\"11\",null,\"realtime:a\",\"phx_join\",{}]");
    bob.says("[\"11\",\"11\",\"a\",\"phx_join\",{}]");

    assertThat(talk.rules()).containsExactly("CJOIN-6", "CJOIN-1");
  }

  @Test
  void contentThatIsNotNestedIsFound() {
    alice.joins("{}");
    alice.says(
        "[\"11\",\"12\",\"realtime:a\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\",\"n\":1}]");
    alice.says("[\"11\",\"13\",\"realtime:a\",\"broadcast\",{\"event\":\"e\",\"payload\":{}}]");
    alice.says(
        "[\"11\",\"14\",\"realtime:a\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\"}]");

    assertThat(talk.rules()).containsExactly("CFRAME-1", "CFRAME-1");
  }

  @Test
  void aBroadcastOnATopicThatWasNeverJoinedIsFound() {
    alice.broadcasts("12", 1);

    assertThat(talk.rules()).containsExactly("SEND-1");
  }

  @Test
  void aBroadcastBeforeTheAnswerAfterARefusalAndAfterLeavingIsFound() {
    alice.says("[\"11\",\"11\",\"realtime:a\",\"phx_join\",{}]").broadcasts("12", 1);
    alice.isAnswered("11", "error").broadcasts("13", 2);
    alice.says("[\"21\",\"21\",\"realtime:a\",\"phx_join\",{}]");
    alice.gets(Talk.JOINED.replace("11", "21"));
    alice.says("[\"21\",\"22\",\"realtime:a\",\"phx_leave\",{}]").broadcasts("23", 3);

    assertThat(talk.rules()).containsExactly("CSEND-1", "CSEND-2", "CSEND-3");
  }

  @Test
  void whatMayHaveCrossedTheEndOfItsChannelIsNotHeldAgainstTheClient() {
    alice.joins("{}").gets("[\"11\",\"11\",\"realtime:a\",\"phx_close\",{}]").broadcasts("12", 1);

    assertThat(talk.found()).isEmpty();
  }

  @Test
  void aSecondLeaveIsFound() {
    alice.joins("{}");
    alice.says("[\"11\",\"12\",\"realtime:a\",\"phx_leave\",{}]");
    alice.says("[\"11\",\"13\",\"realtime:a\",\"phx_leave\",{}]");

    assertThat(talk.rules()).containsExactly("CLEAVE-1");
  }

  @Test
  void aReferenceThatIsGivenTwiceIsFound() {
    alice.joins("{}").broadcasts("12", 1).broadcasts("12", 2);

    assertThat(talk.rules()).containsExactly("CFRAME-5");
  }

  @Test
  void aJoinRefOfAnotherJoinIsFound() {
    alice.joins("{}").says("[\"10\",\"12\",\"realtime:a\",\"phx_leave\",{}]");

    assertThat(talk.rules()).containsExactly("CFRAME-4");
  }

  @Test
  void aTokenOfNoShapeOrOnAnUnjoinedTopicIsFound() {
    alice.says("[null,\"10\",\"realtime:b\",\"access_token\",{\"access_token\":\"t\"}]");
    alice.joins("{}").says("[\"11\",\"12\",\"realtime:a\",\"access_token\",{\"token\":\"t\"}]");

    assertThat(talk.rules()).containsExactly("CTOKEN-6", "CTOKEN-5");
  }

  @Test
  void heartbeatsThatAreMissingAreFoundOnceForEachMinute() {
    alice.joins("{}");
    talk.passes(Duration.ofSeconds(59));
    alice.broadcasts("12", 1);
    assertThat(talk.found()).isEmpty();
    talk.passes(Duration.ofSeconds(2));
    alice.broadcasts("13", 2).broadcasts("14", 3);

    assertThat(talk.rules()).containsExactly("CBEAT-2");
  }

  @Test
  void aFloodOfHeartbeatsIsFound() {
    for (int i = 1; i <= 11; i++) {
      alice.says("[null,\"%d\",\"phoenix\",\"heartbeat\",{}]".formatted(i));
      talk.passes(Duration.ofMillis(50));
    }

    assertThat(talk.rules()).containsExactly("CBEAT-4");
  }

  @Test
  void aHeartbeatElsewhereOrWithContentIsFound() {
    alice.says("[null,\"1\",\"realtime:phoenix\",\"heartbeat\",{}]");
    alice.says("[null,\"2\",\"phoenix\",\"heartbeat\",{\"n\":1}]");

    assertThat(talk.rules()).containsExactly("CBEAT-1", "CBEAT-1");
  }

  @Test
  void requestsThatAreNotExactAreFound() {
    String body = "{\"messages\":[{\"topic\":\"realtime:a\",\"event\":\"e\",\"payload\":{}}]}";
    talk.asks("PUT", BATCH, HEADERS, body);
    talk.asks("POST", BATCH, HEADERS, body);
    talk.asks("POST", BATCH, Map.of("apikey", "key"), "");
    talk.asks("POST", BATCH, Map.of("Content-Type", "application/json"), "{}");
    talk.asks("POST", BATCH, Map.of("content-type", "application/json", "authorization", ""), "{}");
    talk.asks("OPTIONS", BATCH, Map.of(), "");
    talk.asks("POST", "http://host/rest/v1/table", Map.of(), "");

    assertThat(talk.rules()).containsExactly("CREST-1", "CREST-3", "CREST-2", "CREST-5", "CREST-6");
  }

  @Test
  void aServerWhoseFramesCannotBeReadIsFound() {
    alice.gets("[null,null,\"realtime:a\",\"phx_close\"]").getsBytes("09");
    talk.version1("carol").gets("{\"topic\":\"a\",\"event\":\"e\",\"payload\":{}}");

    assertThat(talk.rules()).containsExactly("FRAME-4", "FRAME-27", "FRAME-3");
  }

  @Test
  void whereAClientSentWhatCannotBeReadItsEchoIsNotHeldAgainstTheServer() {
    bob.says("{not json");
    alice.gets("{not json");

    assertThat(talk.rules()).containsExactly("CCONNECT-3");
  }

  @Test
  void aReplyToNothingIsFound() {
    alice.joins("{}").isAnswered("99", "ok");

    assertThat(talk.rules()).containsExactly("FRAME-8");
  }

  @Test
  void aSecondReplyIsFound() {
    alice.joins("{\"ack\":true}").gets(Talk.JOINED);
    alice.broadcasts("12", 1).isAnswered("12", "ok").isAnswered("12", "ok");

    assertThat(talk.rules()).containsExactly("JOIN-3", "ACK-8");
  }

  @Test
  void aReplyThatNobodyAskedForIsFound() {
    alice.joins("{\"ack\":false}").broadcasts("12", 1).isAnswered("12", "ok");

    assertThat(talk.rules()).containsExactly("ACK-4");
  }

  @Test
  void theErrorOfAChannelThatHadEndedIsNone() {
    alice.joins("{}").broadcasts("12", 1);
    alice.gets("[\"11\",\"11\",\"realtime:a\",\"phx_close\",{}]").isAnswered("12", "error");

    assertThat(talk.found()).isEmpty();
  }

  @Test
  void acknowledgementsOutOfOrderAreFound() {
    alice.joins("{\"ack\":true}").broadcasts("12", 1).broadcasts("13", 2);
    alice.isAnswered("13", "ok").isAnswered("12", "ok");

    assertThat(talk.rules()).containsExactly("ACK-15");
  }

  @Test
  void wordsThatAreNoStatusAreFound() {
    alice.joins("{\"ack\":true}").broadcasts("12", 1).isAnswered("12", "fine");
    alice.says("[null,\"13\",\"phoenix\",\"heartbeat\",{}]");
    alice.gets("[null,\"13\",\"phoenix\",\"phx_reply\",{\"status\":\"error\",\"response\":{}}]");
    alice.says("[\"11\",\"14\",\"realtime:a\",\"phx_leave\",{}]").isAnswered("14", "gone");
    bob.says("[\"11\",\"11\",\"realtime:a\",\"phx_join\",{}]").isAnswered("11", "no");

    assertThat(talk.rules()).containsExactly("ACK-9", "HEARTBEAT-1", "LEAVE-5", "JOIN-16");
  }

  @Test
  void aReplyToAJoinThatLacksItsListOrItsJoinRefIsFound() {
    alice.says("[\"11\",\"11\",\"realtime:a\",\"phx_join\",{}]").isAnswered("11", "ok");
    bob.says("[\"11\",\"11\",\"realtime:a\",\"phx_join\",{}]");
    bob.gets(Talk.JOINED.replace("[\"11\",", "[null,").replace("[]", "[{\"id\":\"x\"}]"));

    assertThat(talk.rules()).containsExactly("JOIN-4", "CHANGES-2", "FRAME-7");
  }

  @Test
  void aCopyForTheSenderIsFoundWhereSelfIsOff() {
    alice.joins("{\"self\":false}").broadcasts("12", 1).hears(1);

    assertThat(talk.rules()).containsExactly("SELF-1");
  }

  @Test
  void theSameWordsOfAnotherAreNoCopy() {
    bob.joins("{}");
    alice.joins("{\"self\":false}").broadcasts("12", 1);
    bob.broadcasts("12", 1);
    alice.hears(1);

    assertThat(talk.found()).isEmpty();
  }

  @Test
  void whereSomebodySpeaksWhoIsNotSeenNothingIsSaidOfWhoSentWhat() {
    alice.joins("{\"self\":false}").broadcasts("12", 1).hears(7).hears(1).hears(1);

    assertThat(talk.found()).isEmpty();
  }

  @Test
  void aRequestMayHaveSentTheSameOnceMore() {
    alice.joins("{\"self\":true}").broadcasts("12", 1);
    talk.asks(
        "POST",
        BATCH,
        HEADERS,
        "{\"messages\":[{\"topic\":\"a\",\"event\":\"e\",\"payload\":{\"n\":1}}]}");
    alice.hears(1).hears(1);
    assertThat(talk.found()).isEmpty();
    alice.hears(1);

    assertThat(talk.rules()).containsExactly("ORDER-2");
  }

  @Test
  void broadcastsOutOfOrderOrWithoutAMembershipAreFound() {
    bob.joins("{}");
    alice.joins("{}").broadcasts("12", 1).broadcasts("13", 2);
    bob.hears(2).hears(1);
    talk.version2("carol").hears(1);

    assertThat(talk.rules()).containsExactly("ORDER-1", "BROADCAST-2");
  }

  @Test
  void anEndThatNamesNoJoinIsFound() {
    alice.joins("{}").gets("[\"99\",\"99\",\"realtime:a\",\"phx_close\",{}]");
    bob.gets("[\"11\",\"11\",\"realtime:a\",\"phx_close\",{}]");

    assertThat(talk.rules()).containsExactly("LEAVE-7", "LEAVE-8");
  }

  @Test
  void presencesAndChangesOfAnOddShapeAreFound() {
    alice.joins("{}").gets("[\"11\",null,\"realtime:a\",\"presence_state\",[]]");
    alice.gets(
        "[null,null,\"realtime:a\",\"presence_diff\",{\"joins\":{\"k\":{\"metas\":[{}]}},\"leaves\":{}}]");
    alice.gets("[null,null,\"realtime:a\",\"postgres_changes\",{\"data\":{}}]");

    assertThat(talk.rules()).containsExactly("PRESENCE-7", "PRESENCE-4", "CHANGES-7");
  }

  @Test
  void rulesAreMetByWhatPasses() {
    alice.says("[null,\"1\",\"phoenix\",\"heartbeat\",{}]");

    assertThat(talk.lint().met()).contains("CBEAT-1", "HEARTBEAT-1").doesNotContain("SELF-1");
  }
}
