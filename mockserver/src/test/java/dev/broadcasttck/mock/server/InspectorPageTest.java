package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectorPageTest {
  private static final Pattern NAMED =
      Pattern.compile("(?:inspector/|'\\./)([a-z]+\\.(?:js|css|svg))");

  private final BroadcastMock mock = BroadcastMock.builder().admin("t0ken").start();

  @AfterEach
  void stop() {
    mock.close();
  }

  private HttpResponse<String> fetch(String path) {
    return AdminClient.ask(new AdminClient(mock, new OpenApi("{}")).request("GET", path, ""));
  }

  @Test
  void thePageHoldsNothingAndIsShownToWhomeverWhileTheApiAsksForTheToken() {
    HttpResponse<String> page = fetch("/__tck/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).contains("<title>").doesNotContain("t0ken", mock.anonKey());
    assertThat(fetch("/__tck").statusCode()).isEqualTo(401);
    assertThat(fetch("/__tck/journal").statusCode()).isEqualTo(401);
  }

  @Test
  void allOfItComesFromTheMockItself() {
    List<String> files = List.of("", "inspector/main.js", "inspector/faults.js");
    for (String file : files) {
      HttpResponse<String> answer = fetch("/__tck/" + file);
      assertThat(answer.body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
      assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
          .contains("default-src 'self'");
      assertThat(NAMED.matcher(answer.body()).results().map(it -> it.group(1)))
          .isNotEmpty()
          .allMatch(name -> fetch("/__tck/inspector/" + name).statusCode() == 200);
    }
  }

  @Test
  void nothingElseIsServed() {
    assertThat(fetch("/__tck/inspector/none.js").statusCode()).isEqualTo(401);
    assertThat(fetch("/__tck/inspector/../openapi.json").statusCode()).isEqualTo(401);
    assertThat(fetch("/__tck/inspector/%2e%2e%2fopenapi.json").statusCode()).isEqualTo(401);
  }
}
