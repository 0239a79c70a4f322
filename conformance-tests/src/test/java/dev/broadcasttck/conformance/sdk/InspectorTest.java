package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.artefact.NeedsBrowser;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebElement;

@NeedsBrowser
class InspectorTest {
  private static final int BURST = 10_000;

  @TempDir Path profile;

  private BroadcastMock mock;
  private Inspector page;

  @BeforeEach
  void open() throws IOException {
    mock = BroadcastMock.builder().admin().start();
    page = Inspector.open(mock, profile);
  }

  @AfterEach
  void close() {
    mock.close();
    page.close();
  }

  private Witness witness(String topic) {
    return Witness.join(mock.socketUrl(), mock.anonKey(), topic);
  }

  @Test
  void aBroadcastIsSeenToPassAndDecoded() {
    try (Witness alice = witness("room-1");
        Witness bob = witness("room-1")) {
      alice.says("greeting", Map.of("text", "<i>hello</i>"));
      bob.hears("greeting");
      Adapter.until(
          "both ways are shown",
          () ->
              page.lines()
                  .containsAll(
                      List.of(
                          "→ from socket 1 realtime:room-1 broadcast greeting",
                          "← to socket 2 realtime:room-1 broadcast greeting")));
      page.browser().findElement(By.cssSelector("#lines summary")).sendKeys(Keys.ENTER);
      Adapter.until("it is decoded", () -> page.text("lines").contains("1.0.0, text"));
      assertThat(page.text("lines")).contains("\"text\": \"<i>hello</i>\"");
      Adapter.until("its members are shown", () -> page.text("topics").contains("sockets 1, 2"));
    }
    Adapter.until("nobody is there", () -> page.text("sockets").contains("No socket is open."));
  }

  @Test
  void linesAreFilteredAndPaused() {
    try (Witness alice = witness("room-1");
        Witness bob = witness("room-2")) {
      alice.says("one", Map.of());
      bob.says("two", Map.of());
      Adapter.until("both are shown", () -> shows("one") && shows("two"));

      page.fill("filter", "Topic", "room-2");
      assertThat(page.lines()).isNotEmpty().allMatch(line -> line.contains("realtime:room-2"));
      page.fill("filter", "Topic", "");
      page.fill("filter", "Event", "one");
      assertThat(page.lines()).hasSize(1);
      page.fill("filter", "Event", "");
      page.choose("filter", "Socket", "2");
      assertThat(page.lines()).isNotEmpty().allMatch(line -> line.contains("socket 2"));
      page.choose("filter", "Socket", "all");

      page.press("Pause");
      alice.says("three", Map.of());
      Adapter.until("it is counted", () -> page.text("count").startsWith(lines() + " lines"));
      assertThat(shows("three")).isFalse();
      page.press("Go on");
      assertThat(shows("three")).isTrue();
    }
  }

  private boolean shows(String event) {
    return page.lines().stream().anyMatch(line -> line.endsWith(" " + event));
  }

  /** How many lines the journal has, by the mock's own word. */
  private String lines() {
    return page.ask(
        "return fetch('/__tck').then((it) => it.json()).then((it) => it.next.toLocaleString('en'))");
  }

  @Test
  void aTopicIsDrawn() {
    try (Witness alice = witness("room-1")) {
      alice.says("greeting", Map.of());
      Adapter.until("it is shown", () -> shows("greeting"));
      Adapter.until("it can be chosen", () -> page.text("course").contains("realtime:room-1"));
      page.choose("course", "Topic", "realtime:room-1");
      Adapter.until("it is drawn", () -> page.text("drawing").contains("greeting"));
      assertThat(page.browser().findElements(By.cssSelector("#drawing polygon"))).hasSize(3);
    }
  }

  @Test
  void aBroadcastIsSentIntoATopic() {
    try (Witness alice = witness("room-1")) {
      page.fill("send", "Topic", "room-1");
      page.fill("send", "Event", "from-nowhere");
      page.fill("send", "Payload", "{\"n\": 1}");
      page.press("Send");
      assertThat(alice.hears("from-nowhere").toString()).isEqualTo("{\"n\":1}");
      Adapter.until("it says so", () -> page.outcome("send").equals("Handed to 1 member."));

      page.fill("send", "Payload", "{n: 1}");
      page.press("Send");
      Adapter.until("it is told", () -> page.outcome("send").startsWith("The payload is no JSON"));
    }
  }

  @Test
  void aFaultIsOnUnderItsConditionUntilItIsSwitchedOff() {
    try (Witness alice = witness("room-1")) {
      choose("ECHO_ALWAYS");
      page.browser().findElement(By.cssSelector("#charge summary")).sendKeys(Keys.ENTER);
      page.fill("charge", "Event", "echoed");
      page.press("Switch on");
      Adapter.until("it is on", () -> page.text("charges").contains("ECHO_ALWAYS"));
      assertThat(page.text("charges")).contains("event echoed");

      alice.says("plain", Map.of());
      alice.says("echoed", Map.of());
      alice.hears("echoed");
      assertThat(alice.heard()).containsExactly("echoed");
      Adapter.until("its act is counted", () -> page.text("charges").contains("acted once"));

      page.press("Switch off");
      Adapter.until("it is off", () -> page.text("charges").equals("None is on."));

      page.fill("charge", "Probability", "0");
      page.press("Switch on");
      Adapter.until("what is wrong is told", () -> page.outcome("charge").contains("probability"));
    }
  }

  private void choose(String fault) {
    Adapter.until(
        "faults are offered",
        () -> page.field("charge", "Fault").findElements(By.tagName("option")).size() > 1);
    page.choose("charge", "Fault", fault);
  }

  @Test
  void itIsWorkedByKeys() {
    try (Witness alice = witness("room-1")) {
      alice.says("greeting", Map.of());
      Adapter.until("it is shown", () -> shows("greeting"));
      WebElement list = page.browser().findElement(By.id("lines"));
      list.sendKeys(Keys.ARROW_DOWN);
      WebElement first = page.browser().switchTo().activeElement();
      assertThat(first.getText()).contains("greeting");
      first.sendKeys(Keys.ARROW_DOWN);
      assertThat(page.browser().switchTo().activeElement()).isNotEqualTo(first);
      page.browser().switchTo().activeElement().sendKeys("/");
      WebElement topic = page.browser().switchTo().activeElement();
      assertThat(topic).isEqualTo(page.field("filter", "Topic"));
      list.sendKeys("p");
      assertThat(page.text("pause")).isEqualTo("Go on");
    }
  }

  /** Each frame was taken from the protocol's own examples. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          received | hex  | 0301010e05000131327265616c74696d653a726f6f6d3168656c6c6f7b226e223a317d | 2.0.0, binary, kind 3: user broadcast push;1;2;realtime:room1;hello;;{ "n": 1 }
          sent     | hex  | 040e0500017265616c74696d653a726f6f6d3168656c6c6f7b226e223a317d | 2.0.0, binary, kind 4: user broadcast;realtime:room1;hello;;{ "n": 1 }
          sent     | hex  | 040e0500007265616c74696d653a726f6f6d3168656c6c6fff00 | 2.0.0, binary, kind 4: user broadcast;realtime:room1;hello;;ff 00
          sent     | hex  | 040e05 | a user broadcast that ends within its fields
          sent     | hex  | 03 | no binary frame this way has the kind 3
          sent     | text | ["11","1","realtime:a","e",{}] | 2.0.0, text;11;1;realtime:a;e;{}
          received | text | {"topic":"realtime:a","event":"e","payload":{},"ref":null} | 1.0.0, text;realtime:a;e;{};null
          received | text | [1] | JSON, but no message of either version
          """)
  void bothFramingsAreDecoded(String kind, String encoding, String content, String said) {
    assertThat(
            page.ask(
                "return import('/__tck/inspector/codec.js').then((it) => it.decode(arguments[0],"
                    + " { encoding: arguments[1], content: arguments[2] }))"
                    + ".then((pairs) => pairs.map((pair) => pair[1].replace(/\\s+/g, ' ')).join(';'))",
                kind,
                encoding,
                content))
        .isEqualTo(said);
  }

  @Test
  void itShowsNoSecret() {
    try (Witness alice = witness("room-1")) {
      page.choose("filter", "Lines", "all lines");
      alice.says("greeting", Map.of("token", mock.anonKey()));
      Adapter.until("all is shown", () -> shows("knocked") && shows("greeting"));
      page.browser().findElements(By.cssSelector("#lines summary")).forEach(WebElement::click);
      Adapter.until("all is open", () -> page.text("lines").contains("\"headers\""));
      assertThat(page.browser().getPageSource())
          .contains("(secret)")
          .doesNotContain(mock.anonKey());
    }
  }

  @Test
  void aTokenIsAskedForAndNotLeftInTheAddress() throws IOException {
    try (BroadcastMock guarded = BroadcastMock.builder().admin("t0ken").start()) {
      page.browser().get(guarded.url() + "/__tck/#token=wrong");
      Adapter.until("it is refused", () -> page.text("state").equals("the admin token is wrong"));
      assertThat(page.browser().getCurrentUrl()).endsWith("/__tck/");
      page.fill("login", "The admin token", "t0ken");
      page.press("Show the mock");
      Adapter.until("it is let in", () -> page.text("glance").contains("0 sockets"));
      Adapter.until("nothing is wrong", () -> page.text("state").isEmpty());
    }
  }

  @Test
  void itFitsOntoAPhoneAndNamesAllThatCanBeWorked() {
    page.browser()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    try (Witness alice = witness("room-" + "long".repeat(50))) {
      alice.says("event-" + "long".repeat(50), Map.of());
      Adapter.until("it is shown", () -> page.text("lines").contains("event-long"));
      Adapter.until("its topic is shown", () -> page.text("topics").contains("room-long"));
      assertThat(page.ask("return document.documentElement.scrollWidth")).isEqualTo("390");
      assertThat(
              page.browser().findElements(By.cssSelector("main button, main input, main select")))
          .isNotEmpty()
          .noneMatch(it -> it.isDisplayed() && it.getAccessibleName().isBlank());
    }
  }

  @Test
  void aBurstLeavesItResponsive() {
    page.ask(
        "window.gaps = []; let last = performance.now();"
            + " (function look(now) { window.gaps.push(now - last); last = now; requestAnimationFrame(look) })(last)");
    burst();
    Adapter.until("it has caught up", () -> page.text("count").startsWith(lines() + " lines"));
    assertThat(page.lines()).hasSizeBetween(1, 200);
    double longest = Double.parseDouble(page.ask("return Math.max(...window.gaps)"));
    assertThat(longest).as("milliseconds without an answer").isLessThan(1_000);
  }

  @Test
  void aPageThatStandsStillHoldsNobodyUp() {
    page.ask("setTimeout(() => alert('stop'), 0)");
    Adapter.until("it stands still", this::isStopped);
    burst();
    page.browser().switchTo().alert().accept();
    Adapter.until("it has caught up", () -> page.text("count").startsWith(lines() + " lines"));
    assertThat(page.lines().get(0)).endsWith("end");
  }

  private boolean isStopped() {
    try {
      page.browser().switchTo().alert();
      return true;
    } catch (NoAlertPresentException notYet) {
      return false;
    }
  }

  /** Returns when the last of many messages has been heard. */
  private void burst() {
    try (Witness alice = witness("room-1");
        Witness bob = witness("room-1")) {
      for (int i = 1; i < BURST; i++) {
        alice.says("e", Map.of("i", i));
      }
      alice.says("end", Map.of());
      bob.hears("end");
      assertThat(bob.heard()).hasSize(BURST);
    }
  }
}
