package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.artefact.NeedsBrowser;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A released SDK feels what somebody does in the mock's page. */
@NeedsBrowser
@RealSdk("supabase-js")
class InspectedSdkTest {
  private static final Map<String, ?> DEFAULTS = Map.of();

  private final Installation sdk = Installation.of("supabase-js@2.119.1");

  @TempDir Path profile;

  @Test
  void itHearsItselfWhileTheFaultIsOnAndNoLongerThen() throws IOException {
    try (BroadcastMock mock = BroadcastMock.builder().admin().start();
        Inspector page = Inspector.open(mock, profile);
        Adapter adapter = new Adapter(sdk)) {
      SdkChannel alice =
          adapter
              .connect("alice", mock.url().toString(), mock.anonKey(), Map.of())
              .channel("room-1", DEFAULTS)
              .on("*")
              .subscribed();
      Adapter.until(
          "faults are offered",
          () -> page.field("charge", "Fault").findElements(By.tagName("option")).size() > 1);
      page.choose("charge", "Fault", "ECHO_ALWAYS");
      page.press("Switch on");
      Adapter.until("it is on", () -> page.outcome("charge").equals("ECHO_ALWAYS is on."));
      alice.send("while-on", Map.of()).join();
      alice.hears("*", "while-on");

      page.press("Switch off");
      Adapter.until("it is off", () -> page.outcome("charge").equals("ECHO_ALWAYS is off."));
      alice.send("then", Map.of()).join();
      page.fill("send", "Topic", "room-1");
      page.fill("send", "Event", "last");
      page.press("Send");
      alice.hears("*", "last");
      assertThat(alice.heard("*")).containsExactly("while-on", "last");
    }
  }
}
