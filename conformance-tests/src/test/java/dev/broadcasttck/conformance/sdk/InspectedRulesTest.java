package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.artefact.NeedsBrowser;
import dev.broadcasttck.conformance.cli.LintingCritic;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The mock's page, where somebody reads along who knows the rules. */
@NeedsBrowser
class InspectedRulesTest {
  private static final int BURST = 10_000;

  @TempDir Path profile;

  private BroadcastMock mock;
  private Inspector page;

  @BeforeEach
  void open() throws IOException {
    mock = BroadcastMock.builder().admin().critic(LintingCritic::new).start();
    page = Inspector.open(mock, profile);
  }

  @AfterEach
  void close() {
    mock.close();
    page.close();
  }

  private Witness witness() {
    return Witness.join(mock.socketUrl(), mock.anonKey(), "room-1");
  }

  @Test
  void aFrameSaysWhichRuleItBreaks() {
    try (Witness alice = witness()) {
      alice.says("one", Map.of());
      alice.says("two", Map.of());
      Adapter.until("it is said beside it", () -> page.lines().get(0).endsWith("breaks CFRAME-5"));
      assertThat(page.lines().get(1)).endsWith("broadcast one");

      page.press("Line 5");
      WebElement line = page.browser().switchTo().activeElement();
      assertThat(line.getText()).contains("two");
      Adapter.until("it is told within", () -> page.text("lines").contains("binds the client"));
      assertThat(page.text("lines"))
          .contains("The references that a client gives on one socket differ from each other.")
          .contains("a reference of its own for each push");
    }
  }

  @Test
  void aServersFaultIsSeenAndItsLinesAreFiltered() {
    try (Witness alice = witness()) {
      Adapter.until(
          "faults are offered",
          () -> page.field("charge", "Fault").findElements(By.tagName("option")).size() > 1);
      page.choose("charge", "Fault", "ECHO_ALWAYS");
      page.press("Switch on");
      Adapter.until("it is on", () -> page.outcome("charge").equals("ECHO_ALWAYS is on."));
      alice.says("echoed", Map.of());
      alice.hears("echoed");
      page.choose("filter", "Lines", "those that break a rule");
      Adapter.until(
          "that line alone is shown",
          () ->
              page.lines()
                  .equals(List.of("← to socket 1 realtime:room-1 broadcast echoed breaks SELF-1")));
      assertThat(page.text("verdict")).isEqualTo("1 rule seen broken:");
      assertThat(page.text("broken")).contains("SELF-1", "MUST, binds the server; once");
    }
  }

  @Test
  void rulesThatWereMetAreCounted() {
    assertThat(page.browser().findElement(By.id("no-critic")).isDisplayed()).isFalse();
    page.browser().findElement(By.cssSelector("#met summary")).sendKeys(Keys.ENTER);
    Adapter.until("chapters are there", () -> page.text("coverage").contains("What a client"));
    assertThat(met("What a client puts on the wire")).isEqualTo("0");
    try (Witness alice = witness()) {
      alice.says("one", Map.of());
      Adapter.until("they are counted", () -> !met("What a client puts on the wire").equals("0"));
    }
  }

  private String met(String chapter) {
    By cell = By.xpath("//tbody[@id='coverage']/tr[th='%s']/td[1]".formatted(chapter));
    return page.browser().findElement(cell).getText();
  }

  @Test
  void aBurstOfWrongFramesLeavesItResponsive() {
    page.ask(
        "window.gaps = []; let last = performance.now();"
            + " (function look(now) { window.gaps.push(now - last); last = now; requestAnimationFrame(look) })(last)");
    try (Witness alice = witness();
        Witness bob = witness()) {
      for (int i = 1; i < BURST; i++) {
        alice.says("e", Map.of("i", i));
      }
      alice.says("end", Map.of());
      bob.hears("end");
      assertThat(bob.heard()).hasSize(BURST);
    }
    Adapter.until("the last is shown", () -> page.text("lines").contains("broadcast end"));
    Adapter.until("the critic has caught up", this::isReadToItsEnd);
    double longest = Double.parseDouble(page.ask("return Math.max(...window.gaps)"));
    assertThat(longest).as("milliseconds without an answer").isLessThan(1_000);
  }

  private boolean isReadToItsEnd() {
    return page.ask(
            "return Promise.all(['/__tck', '/__tck/findings'].map((it) => fetch(it).then((it) => it.json())))"
                + ".then(([now, critic]) => critic.read === now.next)")
        .equals("true");
  }

  @Test
  void itFitsOntoAPhone() {
    page.browser()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    try (Witness alice = witness()) {
      alice.says("event-" + "long".repeat(50), Map.of("text", "long".repeat(50)));
      alice.says("event-" + "long".repeat(50), Map.of("text", "long".repeat(50)));
      Adapter.until("it is told", () -> page.text("broken").contains("CFRAME-5"));
      page.browser().findElement(By.cssSelector("#met summary")).sendKeys(Keys.ENTER);
      page.press("Line 5");
      assertThat(page.ask("return document.documentElement.scrollWidth")).isEqualTo("390");
      assertThat(
              page.browser().findElements(By.cssSelector("main button, main input, main select")))
          .noneMatch(it -> it.isDisplayed() && it.getAccessibleName().isBlank());
    }
  }
}
