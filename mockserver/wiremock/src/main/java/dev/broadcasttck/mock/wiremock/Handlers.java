package dev.broadcasttck.mock.wiremock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.util.Optional;

/**
 * What WireMock hands to the server that it wants made: there is none, the mock's port asks
 * directly. WireMock's own direct server would do, but holds a thread for each delay.
 */
final class Handlers implements HttpServerFactory {
  private Optional<AdminRequestHandler> admin = Optional.empty();
  private Optional<StubRequestHandler> stubs = Optional.empty();

  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler adminHandler, StubRequestHandler stubHandler) {
    admin = Optional.of(adminHandler);
    stubs = Optional.of(stubHandler);
    return new NoServer();
  }

  AdminRequestHandler admin() {
    return admin.orElseThrow();
  }

  StubRequestHandler stubs() {
    return stubs.orElseThrow();
  }

  /** A server that listens nowhere. */
  private static final class NoServer implements HttpServer {
    private boolean isRunning;

    @Override
    public void start() {
      isRunning = true;
    }

    @Override
    public void stop() {
      isRunning = false;
    }

    @Override
    public boolean isRunning() {
      return isRunning;
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public int httpsPort() {
      return 0;
    }
  }
}
