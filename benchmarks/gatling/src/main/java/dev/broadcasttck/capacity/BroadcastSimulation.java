package dev.broadcasttck.capacity;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.http.action.ws.WsInboundMessage;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Sockets that join one topic; as soon as all have, one of them sends at a rate and the others
 * count. Each broadcast that reaches a socket is a {@code delivery}, one that does not is a failed
 * one. On several machines each has a topic, a sender and hearers of its own.
 */
public final class BroadcastSimulation extends Simulation {
  private static final int LOOKS_AFTERWARDS = 3;

  /** Every so many seconds. */
  private static final int HEARTBEAT = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SECONDS_MORE = 30;
  private static final int OTHER_MESSAGES = 100;
  private static final String LATENCIES = "latencies";
  private static final String HEARD = "heard";

  private final Load load =
      Load.of(System.getProperties(), Optional.ofNullable(System.getenv("TCK_APIKEY")).orElse(""));
  private final Words words =
      new Words("realtime:capacity-" + UUID.randomUUID(), load.vsn().equals("2.0.0"));
  private final AtomicInteger numbers = new AtomicInteger();
  private final Iterator<Map<String, Object>> roles =
      Stream.generate(() -> Map.<String, Object>of("number", numbers.getAndIncrement())).iterator();

  private final HttpProtocolBuilder protocol =
      http.wsUnmatchedInboundMessageBufferSize(load.broadcasts() + OTHER_MESSAGES);

  private final ScenarioBuilder scenario =
      scenario("Broadcast")
          .feed(roles)
          .exec(ws("connect").connect(address()))
          .exitHereIfFailed()
          .exec(
              ws("join")
                  .sendText(words.join())
                  .await(PATIENCE)
                  .on(
                      ws.checkTextMessage("joined")
                          .matching(regex("phx_reply"))
                          .check(regex("\"status\":\"ok\""))))
          .exitHereIfFailed()
          .exec(rendezVous(load.sockets()))
          .exec(doIfOrElse(session -> session.getInt("number") == 0).then(send()).orElse(hear()))
          .exec(ws("close").close());

  public BroadcastSimulation() {
    setUp(scenario.injectOpen(rampUsers(load.sockets()).during(load.ramp())))
        .protocols(protocol)
        .maxDuration(Duration.ofSeconds(load.ramp() + load.seconds() + SECONDS_MORE))
        .assertions(
            details("connect").failedRequests().count().is(0L),
            details("join").failedRequests().count().is(0L),
            details("delivery").allRequests().count().gte(expected()),
            details("delivery").successfulRequests().percent().gte(load.ratio()),
            details("delivery").responseTime().percentile(99).lte(load.p99()),
            global().allRequests().count().gt(0L));
  }

  private long expected() {
    return (long) load.broadcasts() * load.hearers();
  }

  private String address() {
    return load.url()
        + "?vsn="
        + load.vsn()
        + "&apikey="
        + URLEncoder.encode(load.key(), StandardCharsets.UTF_8);
  }

  private ChainBuilder send() {
    return repeat(load.broadcasts())
        .on(
            exec(ws("broadcast").sendText(session -> words.broadcast(System.currentTimeMillis())))
                .pace(Duration.ofNanos(1_000_000_000L / load.rate())));
  }

  private ChainBuilder hear() {
    return exec(session -> session.set(HEARD, 0))
        .exec(pause(Duration.ZERO, Duration.ofSeconds(1)))
        .exec(
            repeat(load.seconds() + LOOKS_AFTERWARDS, "second")
                .on(pause(1).exec(take()).exec(keepAlive()).exec(tell())))
        .exec(session -> session.set("missing", load.broadcasts() - session.getInt(HEARD)))
        .exec(repeat("#{missing}").on(dummy("delivery", load.p99()).withSuccess(false)));
  }

  /** Right behind {@link #take}: to send makes Gatling forget what has come and was not taken. */
  private ChainBuilder keepAlive() {
    return doIf(session -> session.getInt("second") % HEARTBEAT == HEARTBEAT - 1)
        .then(ws("heartbeat").sendText(words.heartbeat()));
  }

  private static ChainBuilder take() {
    return exec(ws.processUnmatchedMessages(BroadcastSimulation::note));
  }

  private static Session note(List<WsInboundMessage> messages, Session session) {
    List<Integer> latencies = new ArrayList<>();
    for (WsInboundMessage message : messages) {
      if (message instanceof WsInboundMessage.Text text) {
        long latency = Words.latency(text.message(), text.timestamp());
        if (latency >= 0) {
          latencies.add((int) latency);
        }
      }
    }
    return session.set(LATENCIES, latencies).set(HEARD, session.getInt(HEARD) + latencies.size());
  }

  private static ChainBuilder tell() {
    return foreach("#{latencies}", "latency").on(dummy("delivery", "#{latency}"));
  }
}
