package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Stage;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recording 11_rest_auth, row by row; {@code $} stands for a token that holds. */
class CallerTest {
  private static final String BATCH =
      "{\"messages\":[{\"topic\":\"room\",\"event\":\"e\",\"payload\":{}}]}";

  private final Desk desk = new Desk(new Stage(), false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "-|-|401",
        "Bearer abc|-|401",
        "Bearer $|-|202",
        "bearer $|-|202",
        "-|$|202",
        "-|bad|401",
        "Bearer $|bad|202",
        "Bearer abc|$|401",
        "Basic abc|-|401",
        "Basic abc|$|202",
        "$|-|500",
        "Bearer|$|500",
        "Bearer  $|-|500",
        "''|-|401",
        "''|$|202"
      })
  void theCallerIsKnownByBearerAndElseByApikey(String authorization, String apikey, int status) {
    Map<String, String> headers = new HashMap<>();
    put(headers, "authorization", authorization);
    put(headers, "apikey", apikey);
    Answer answer = desk.posts("/api/broadcast", headers, Bytes.utf8(BATCH));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().utf8())
        .isEqualTo(
            Map.of(202, "", 401, "{\"message\":\"Unauthorized\"}", 500, "\"Internal Server Error\"")
                .get(status));
  }

  private void put(Map<String, String> headers, String name, String value) {
    if (value != null) {
      headers.put(name, value.replace("$", desk.token()));
    }
  }
}
