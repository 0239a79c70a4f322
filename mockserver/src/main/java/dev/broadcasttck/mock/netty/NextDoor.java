package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.neighbour.Reply;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a neighbour, who may take its time and is asked on threads of its own therefore. All
 * else here is for the port's one thread.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed close ends the connection, which is noticed.
final class NextDoor {
  private static final Logger LOG = LoggerFactory.getLogger(NextDoor.class);
  private static final int MOST_AT_A_TIME = 16;
  private static final int SECONDS_TO_ANSWER = 5;

  /** Nobody else answers what this prefix is for: it steers the mock itself. */
  private static final String OURS = "/__tck";

  private final Neighbour neighbour;
  private final EventLoop loop;
  private final ExecutorService askers =
      Executors.newFixedThreadPool(
          MOST_AT_A_TIME, new DefaultThreadFactory("broadcast-mock-neighbour", true));
  private final Map<Channel, CompletableFuture<Reply>> open = new HashMap<>();

  NextDoor(Neighbour neighbour, EventLoop loop) {
    this.neighbour = neighbour;
    this.loop = loop;
  }

  /** Whether the neighbour is asked at all. */
  static boolean isAsked(String uri) {
    return !uri.startsWith(OURS);
  }

  /** Asks, and says on the port's thread what came of it: a reply, or what went wrong. */
  void ask(Channel connection, Call call, BiConsumer<@Nullable Reply, @Nullable Throwable> then) {
    CompletableFuture<Reply> question =
        CompletableFuture.supplyAsync(() -> neighbour.answer(call), askers)
            .whenCompleteAsync(then, loop);
    open.put(connection, question);
  }

  /** The connection's request has been answered, or is lost with the connection. */
  void done(Channel connection) {
    open.remove(connection);
  }

  /** Waits for what the neighbour was asked, though not for its delays. */
  void settle() {
    var questions = new CompletableFuture<CompletableFuture<Void>>();
    loop.execute(
        () ->
            questions.complete(
                CompletableFuture.allOf(open.values().toArray(new CompletableFuture<?>[0]))));
    try {
      questions.thenCompose(all -> all).get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("the neighbour has not answered yet: {}", e.toString());
    }
  }

  /** Cuts every connection on which something is still to be answered. */
  void beginAgain() {
    Set.copyOf(open.keySet()).forEach(Channel::close);
    open.clear();
    neighbour.beginAgain();
  }

  /** Ends the threads. */
  void close() {
    askers.shutdownNow();
    try {
      if (!askers.awaitTermination(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
        LOG.warn("the neighbour does not come to an end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
