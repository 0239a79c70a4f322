package dev.broadcasttck.conformance.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final int MEGABYTE = 1 << 20;

  private final EmbeddedChannel source = new EmbeddedChannel();
  private final EmbeddedChannel sink = new EmbeddedChannel();
  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void eachByteIsASegmentOfItsOwnWhereThatIsAskedFor() {
    lane(Duration.ZERO, true).carry(bytes("abc"));

    assertThat(written()).containsExactly("a", "b", "c");
  }

  @Test
  void bytesStayTogetherElse() {
    lane(Duration.ZERO, false).carry(bytes("abc"));

    assertThat(written()).containsExactly("abc");
  }

  @Test
  void manyBytesAloneLetOthersHaveTheirTurnAndAllArrive() {
    lane(Duration.ZERO, true).carry(bytes("x".repeat(1_000)));
    List<String> first = written();
    sink.runPendingTasks();

    assertThat(first).hasSizeLessThan(1_000);
    assertThat(first.size() + written().size()).isEqualTo(1_000);
  }

  @Test
  void aDelayKeepsBytesAndTheEndBehindThem() {
    sink.freezeTime();
    Lane lane = lane(Duration.ofMillis(50), false);
    lane.carry(bytes("one"));
    pass(20);
    lane.carry(bytes("two"));
    lane.end();

    pass(29);
    assertThat(written()).isEmpty();
    pass(1);
    assertThat(written()).containsExactly("one");
    pass(19);
    assertThat(written()).isEmpty();
    assertThat(ended).hasValue(0);
    pass(1);
    assertThat(written()).containsExactly("two");
    assertThat(ended).hasValue(1);
  }

  @Test
  void nothingMoreIsReadWhileTooMuchIsUnderWay() {
    sink.freezeTime();
    Lane lane = lane(Duration.ofMillis(5), false);

    lane.carry(Unpooled.buffer().writeZero(MEGABYTE - 1));
    assertThat(source.config().isAutoRead()).isTrue();
    lane.carry(bytes("x"));
    assertThat(source.config().isAutoRead()).isFalse();
    pass(5);
    assertThat(source.config().isAutoRead()).isTrue();
  }

  @Test
  void aSinkThatTakesNothingMoreEndsTheLaneOnce() {
    Lane lane = lane(Duration.ZERO, false);
    sink.close().syncUninterruptibly();
    lane.carry(bytes("late"));
    lane.carry(bytes("later"));
    lane.end();

    assertThat(ended).hasValue(1);
    assertThat(source.config().isAutoRead()).isTrue();
  }

  private Lane lane(Duration delay, boolean oneByte) {
    return new Lane(source, sink, delay, oneByte, bytes -> {}, ended::incrementAndGet);
  }

  private void pass(long millis) {
    sink.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    sink.runScheduledPendingTasks();
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, US_ASCII);
  }

  private List<String> written() {
    List<String> written = new ArrayList<>();
    for (ByteBuf next = sink.readOutbound(); next != null; next = sink.readOutbound()) {
      written.add(next.toString(US_ASCII));
      next.release();
    }
    return written;
  }
}
