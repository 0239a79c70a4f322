package dev.broadcasttck.conformance.sdk;

import dev.broadcasttck.conformance.artefact.Browser;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The mock's page in a browser, as somebody uses it who looks at it. */
record Inspector(ChromeDriver browser) implements AutoCloseable {
  static Inspector open(BroadcastMock mock, Path profile) throws IOException {
    ChromeDriver browser = Browser.open(profile);
    browser.get(mock.url() + "/__tck/");
    return new Inspector(browser);
  }

  /** A field of a form, by its label as a screen reader says it. */
  WebElement field(String form, String label) {
    return browser.findElement(
        By.xpath(
            "//form[@id='%s']//label[starts-with(normalize-space(), '%s')]//*[self::input or self::select or self::textarea]"
                .formatted(form, label)));
  }

  /** Writes into a field what it holds from then on. */
  void fill(String form, String label, String text) {
    WebElement field = field(form, label);
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    field.sendKeys(text);
  }

  void choose(String form, String label, String option) {
    field(form, label)
        .findElement(By.xpath(".//option[normalize-space()='%s']".formatted(option)))
        .click();
  }

  void press(String button) {
    browser
        .findElement(By.xpath("//button[normalize-space()='%s']".formatted(button)))
        .sendKeys(Keys.ENTER);
  }

  /** What stands somewhere, at this moment. */
  String text(String id) {
    return ask("return document.getElementById(arguments[0]).innerText", id);
  }

  /** What a form says came of it. */
  String outcome(String form) {
    return ask("return document.querySelector(`#${arguments[0]} output`).value", form);
  }

  /** Topics, events and broken rules of the lines that are shown, the newest first. */
  @SuppressWarnings("unchecked") // A script's array of texts is a list of them.
  List<String> lines() {
    return (List<String>)
        browser.executeScript(
            "return [...document.querySelectorAll('#lines li')].map((line) =>"
                + " [...line.querySelectorAll('.way, .topic, .event, .breaches')].map((it) => it.textContent).join(' '))");
  }

  String ask(String script, Object... arguments) {
    return String.valueOf(browser.executeScript(script, arguments));
  }

  @Override
  public void close() {
    browser.quit();
  }
}
