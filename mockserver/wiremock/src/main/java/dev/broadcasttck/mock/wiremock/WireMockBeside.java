package dev.broadcasttck.mock.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.neighbour.Reply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * WireMock on the mock's port, without a server of its own: {@code
 * BroadcastMock.builder().with(WireMockBeside.create())}.
 *
 * <p>A stub that matches answers, also on the mock's own paths: one that matches the request for a
 * socket refuses it. What no stub matches is the mock's if the path is, else 404 as WireMock says
 * it. Either way WireMock has noted the request. Its own API is at {@code /__admin}, for those whom
 * the mock's admin API lets in: callers on this machine, or with the token of {@code admin(token)}.
 * When the mock is reset, stubs and notes are forgotten.
 */
public final class WireMockBeside implements Neighbour {
  private final UnaryOperator<WireMockConfiguration> settings;
  private volatile Optional<Counter> counter = Optional.empty();

  private WireMockBeside(UnaryOperator<WireMockConfiguration> settings) {
    this.settings = settings;
  }

  public static WireMockBeside create() {
    return create(UnaryOperator.identity());
  }

  /** One with WireMock's own settings, in so far as they are not about its server. */
  public static WireMockBeside create(UnaryOperator<WireMockConfiguration> settings) {
    return new WireMockBeside(settings);
  }

  /**
   * What a stub returns that leaves the request to the mock after all, say with a delay: {@code
   * willReturn(asTheMock().withFixedDelay(500))}.
   */
  public static ResponseDefinitionBuilder asTheMock() {
    return MockItself.response();
  }

  public StubMapping stubFor(MappingBuilder stub) {
    return client().register(stub);
  }

  /** Whether exactly one such request came so far. */
  public void verify(RequestPatternBuilder requests) {
    client().verifyThat(1, requests);
  }

  /** Whether so many such requests came so far. */
  public void verify(int count, RequestPatternBuilder requests) {
    client().verifyThat(count, requests);
  }

  /**
   * Everything that WireMock can do. {@code WireMock.configureFor(client())} has its static methods
   * mean this one.
   *
   * @throws IllegalStateException before the mock has started and after its end
   */
  public WireMock client() {
    return counter().client();
  }

  private Counter counter() {
    return counter.orElseThrow(
        () ->
            new IllegalStateException(
                "WireMock runs as long as the mock does: start the mock, or ask from a test"));
  }

  @Override
  public void open() {
    counter = Optional.of(Counter.open(settings.apply(new WireMockConfiguration())));
  }

  @Override
  public Reply answer(Call call) {
    return counter().answer(call);
  }

  @Override
  public boolean isSteeredBy(Call call) {
    return Counter.isAdmin(call);
  }

  @Override
  public void beginAgain() {
    counter().beginAgain();
  }

  @Override
  public void close() {
    counter.ifPresent(Counter::close);
    counter = Optional.empty();
  }
}
