package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RealSdk("supabase-js")
class AdapterTest {
  private static Installation current;
  private static Installation old;

  @BeforeAll
  static void install() {
    current = Installation.of("supabase-js@2.119.1");
    old = Installation.of("supabase-js@2.37.0");
  }

  @Test
  void whatCanBeObservedAndSetDependsOnTheRelease() {
    assertThat(introduction(current).path("vsn").asString()).isEqualTo("2.0.0");
    assertThat(introduction(current).path("settable").toString()).contains("\"vsn\"");
    assertThat(introduction(old).path("vsn").asString()).isEqualTo("1.0.0");
    assertThat(introduction(old).path("settable").toString()).doesNotContain("\"vsn\"");
  }

  @Test
  void anUnknownMethodIsRefusedAlsoWhenEveryObjectHasIt() {
    try (Adapter adapter = new Adapter(current)) {
      assertRefused(adapter, "makeCoffee", Map.of(), -32601);
      assertRefused(adapter, "toString", Map.of(), -32601);
    }
  }

  @Test
  void anUnknownHandleIsRefused() {
    try (Adapter adapter = new Adapter(current)) {
      assertRefused(adapter, "disconnect", Map.of("client", "nobody"), -32602);
    }
  }

  private static JsonNode introduction(Installation sdk) {
    try (Adapter adapter = new Adapter(sdk)) {
      return adapter.call("initialize", Map.of());
    }
  }

  private static void assertRefused(
      Adapter adapter, String method, Map<String, ?> params, int code) {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> adapter.call(method, params))
        .havingCause()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
