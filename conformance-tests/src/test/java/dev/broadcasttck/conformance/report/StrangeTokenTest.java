package dev.broadcasttck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrangeTokenTest {
  @Test
  void aTokenThatNobodyToldOfIsTakenOutOfWhatALibraryPrints() {
    String printed =
        "URL: ws://127.0.0.1:4000/websocket?apikey=eyJhbGciOi.eyJyb2xl.c2ln-_a&vsn=2.0.0";

    assertThat(Redaction.NONE.redact(printed))
        .isEqualTo("URL: ws://127.0.0.1:4000/websocket?apikey=[secret]&vsn=2.0.0");
  }
}
