package dev.broadcasttck.mock.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BundlerTest {
  private final Queue<Runnable> loop = new ArrayDeque<>();
  private final EmbeddedChannel connection = new EmbeddedChannel(new Bundler(new Turn(loop::add)));

  @AfterEach
  void close() {
    connection.finishAndReleaseAll();
  }

  @Test
  void oneThingGoesOutAtOnce() {
    say("a");
    assertThat(pieces()).containsExactly("a");
  }

  @Test
  void theRestOfABusyTurnGoesOutInOnePieceAtItsEnd() {
    say("a", "b", "c");
    assertThat(pieces()).containsExactly("a");
    endTurn();
    assertThat(pieces()).containsExactly("bc");
  }

  @Test
  void afterABusyTurnTheFirstThingWaitsForTheOthersToo() {
    say("a", "b");
    endTurn();
    pieces();
    say("c", "d");
    assertThat(pieces()).isEmpty();
    endTurn();
    assertThat(pieces()).containsExactly("cd");
  }

  @Test
  void afterAQuietTurnOneThingGoesOutAtOnceAgain() {
    say("a", "b");
    endTurn();
    say("c");
    endTurn();
    pieces();
    say("d");
    assertThat(pieces()).containsExactly("d");
  }

  @Test
  void nothingOvertakesWhatWaits() {
    say("a", "b");
    connection.writeOutbound(bytes("told when it is written"));
    assertThat(pieces()).containsExactly("a", "b", "told when it is written");
  }

  @Test
  void whatIsTooMuchToWaitGoesOutInTheMidstOfATurn() {
    String half = "x".repeat(40_000);
    say("a", half, half);
    assertThat(pieces()).containsExactly("a", half, half);
  }

  @Test
  void anEndWaitsForNoTurnAndLosesNothing() {
    say("a", "b");
    assertThat(connection.close().isSuccess()).isTrue();
    assertThat(pieces()).containsExactly("a", "b");
  }

  private void say(String... words) {
    for (String word : words) {
      assertThat(connection.writeAndFlush(bytes(word), connection.voidPromise()).isVoid()).isTrue();
    }
  }

  private static ByteBuf bytes(String word) {
    return Unpooled.copiedBuffer(word, StandardCharsets.UTF_8);
  }

  private void endTurn() {
    while (!loop.isEmpty()) {
      loop.remove().run();
    }
  }

  /** What has gone out since this was asked for last. */
  private List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    for (ByteBuf piece = connection.readOutbound();
        piece != null;
        piece = connection.readOutbound()) {
      pieces.add(piece.toString(StandardCharsets.UTF_8));
      piece.release();
    }
    return pieces;
  }
}
