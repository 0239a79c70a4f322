package dev.broadcasttck.conformance.artefact;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static dev.broadcasttck.conformance.report.Cases.V2_BINARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.record.Records;
import dev.broadcasttck.conformance.report.Cases;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The page of results as a person finds it in a browser. */
@NeedsBrowser
class HtmlPageTest {
  private static final String FAILED = "SELF-1/sender-hears-nothing@1.0.0";
  private static final String DOUBTED = "ACK-1/answered@2.0.0+binary";
  private static final String GREEN = "ACK-1/answered@1.0.0";

  @TempDir static Path folder;

  private static ChromeDriver browser;

  @BeforeAll
  static void write() throws IOException {
    String page =
        HtmlPage.of(
            Records.of(
                Cases.result("ACK-1/answered", V1, Verdict.PASSED),
                Cases.leaking("SELF-1/sender-hears-nothing", V1, Verdict.FAILED, "<b>&\"'"),
                Cases.result("ACK-1/answered", V2_BINARY, Verdict.INCONCLUSIVE)));
    Files.writeString(folder.resolve("page.html"), page);
    browser = Browser.open(folder.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void load() {
    browser.get(folder.resolve("page.html").toUri().toString());
  }

  @Test
  void whatIsNotGreenIsShownFirstAndNothingElse() {
    assertThat(shown()).containsExactly(FAILED, DOUBTED);
    assertThat(browser.findElement(By.id("count")).getText()).isEqualTo("2 of 3 shown");
  }

  @Test
  void verdictsFilter() {
    check("inconclusive");
    assertThat(shown()).containsExactly(FAILED);
    check("passed");
    assertThat(shown()).containsExactly(FAILED, GREEN);
  }

  @Test
  void chaptersRulesAndLevelsFilter() {
    choose("chapter", "Acknowledgement");
    assertThat(shown()).containsExactly(DOUBTED);
    browser.findElement(By.cssSelector("#filters button.all")).click();
    choose("rule", "ACK-1");
    assertThat(shown()).containsExactly(DOUBTED, GREEN);
    choose("level", "MUST");
    assertThat(shown()).containsExactly(DOUBTED, GREEN);
    choose("rule", "SELF-1");
    assertThat(shown()).containsExactly(FAILED);
  }

  @Test
  void aWordOfTheRuleFilters() {
    browser.findElement(By.name("text")).sendKeys("OWN broadcasts");
    assertThat(shown()).containsExactly(FAILED);
    browser.findElement(By.name("text")).sendKeys(" nowhere");
    assertThat(shown()).isEmpty();
    assertThat(browser.findElement(By.id("nothing")).isDisplayed()).isTrue();
  }

  @Test
  void aFailureExplainsItselfAndDrawsWhatHappened() {
    WebElement failure = browser.findElement(By.cssSelector(".case"));
    failure.findElement(By.tagName("summary")).click();

    assertThat(failure.getText())
        .contains("A channel does not get its own broadcasts back.")
        .contains("Source: Supabase docs, Realtime broadcast guide, Self-send")
        .contains("not <b>&\"'", "got <b>&\"'")
        .contains("./tck run --only 'SELF-1/sender-hears-nothing@1.0.0'");
    WebElement diagram = failure.findElement(By.cssSelector("svg[role=img]"));
    assertThat(diagram.getText()).contains("alice", "server", "opens a WebSocket", "1.0 ms");
    assertThat(diagram.getAttribute("aria-label")).startsWith("Sequence diagram of 2 messages");
  }

  @Test
  void theKeyboardReachesTheResults() {
    WebElement body = browser.findElement(By.tagName("body"));
    body.sendKeys(Keys.TAB);
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the results");
    WebElement summary = browser.findElement(By.cssSelector(".case > summary"));
    summary.sendKeys(Keys.ENTER);
    assertThat(browser.findElement(By.cssSelector(".case")).getAttribute("open")).isNotNull();
  }

  @Test
  void aScreenReaderFindsLandmarksAndLabels() {
    for (String landmark : List.of("header", "main", "footer", "form[role=search]", "h1")) {
      assertThat(browser.findElements(By.cssSelector(landmark))).as(landmark).hasSize(1);
    }
    assertThat(browser.findElements(By.cssSelector("html[lang=en]"))).hasSize(1);
    assertThat(browser.findElements(By.cssSelector("#filters input, #filters select")))
        .allSatisfy(it -> assertThat(it.findElements(By.xpath("ancestor::label"))).hasSize(1));
    assertThat(browser.findElement(By.id("count")).getAttribute("aria-live")).isEqualTo("polite");
  }

  @Test
  void aPhoneScrollsInOneDirectionOnly() {
    Map<String, Object> phone =
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true);
    browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", phone);
    try {
      load();
      browser.executeScript(
          "document.querySelectorAll('details').forEach(it => { it.open = true; })");
      assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
          .isEqualTo(390L);
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  /** By the formula of the WCAG, which asks for 4.5. */
  @Test
  void textStandsOutFromItsPaperInLightAndDark() throws IOException {
    String contrast = Files.readString(Path.of("src/test/resources/reports/contrast.js"));
    for (String scheme : List.of("light", "dark")) {
      browser.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      load();
      assertThat((List<?>) browser.executeScript(contrast)).as(scheme).isEmpty();
    }
  }

  @Test
  void itAsksForNothingAndComplainsOfNothing() {
    assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  private static void check(String verdict) {
    browser.findElement(By.cssSelector("input[value='" + verdict + "']")).click();
  }

  private static void choose(String select, String value) {
    browser
        .findElement(By.cssSelector("select[name=" + select + "] option[value='" + value + "']"))
        .click();
  }

  private static List<String> shown() {
    return browser.findElements(By.cssSelector(".case > summary > code")).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }
}
