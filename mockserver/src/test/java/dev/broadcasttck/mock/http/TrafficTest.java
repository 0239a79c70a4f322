package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.session.Stage;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What REST refuses because it would be too much. */
class TrafficTest {
  private final Stage stage =
      new Stage(
          ProjectSettings.DEFAULT.withLimits(Limits.NONE.withEventsPerSecond(3)),
          Profile.PLAIN,
          new TopicHub());
  private final Desk desk = new Desk(stage, false);

  @Test
  void aBatchMayFillTheLimitAndNotExceedIt() {
    assertThat(post(4)).isEqualTo(429);
    assertThat(post(3)).isEqualTo(202);
    assertThat(post(1)).isEqualTo(429);
    stage.advance(Duration.ofSeconds(1));
    assertThat(post(1)).isEqualTo(202);
  }

  @Test
  void tooManyRequestsAreRefusedWhateverTheyHold() {
    post(0);
    post(0);
    assertThat(post(0)).isEqualTo(422);
    assertThat(post(0)).isEqualTo(429);
  }

  private int post(int messages) {
    String message = "{\"topic\":\"t\",\"event\":\"e\",\"payload\":{}}";
    String all = String.join(",", Collections.nCopies(messages, message));
    return desk.posts("/api/broadcast", "{\"messages\":[" + all + "]}").status();
  }
}
