package dev.broadcasttck.mock.calamity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CalamitiesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "calamities.md");

  @Test
  void thePageListsThemAll() throws Exception {
    if (Boolean.getBoolean("tck.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE)
        .as("%s is generated; run this test with -Dtck.write=true to make it anew", PAGE)
        .exists()
        .hasContent(page());
  }

  private static String page() {
    return """
        # Calamities

        What can befall a connection to the best of servers. They break no rule: a client has to live with them.
        Switch one on with `./tck mock --fault NAME`, or while the mock runs over its [admin API](admin-api.md), with
        a condition where it is not to befall everybody. What ends a socket does so when a push comes.

        | name | the mock |
        | --- | --- |
        """
        + Calamities.names().stream()
            .map(name -> "| `%s` | %s |%n".formatted(name, Calamities.about(name).orElseThrow()))
            .collect(Collectors.joining());
  }
}
