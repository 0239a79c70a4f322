package dev.broadcasttck.mock.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.AbstractRequestHandler;
import dev.broadcasttck.mock.http.Path;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Reply;
import java.util.concurrent.CompletableFuture;

/** A WireMock that runs, and is asked without a socket. */
record Counter(WireMockServer server, Handlers handlers) {
  private static final String ADMIN = "/__admin";

  static Counter open(WireMockConfiguration settings) {
    var handlers = new Handlers();
    var server = new WireMockServer(settings.httpServerFactory(handlers));
    server.start();
    return new Counter(server, handlers);
  }

  WireMock client() {
    return new WireMock(server);
  }

  /** Whether a request is for WireMock's own API. */
  static boolean isAdmin(Call call) {
    return call.path().equals(ADMIN) || call.path().startsWith(ADMIN + "/");
  }

  Reply answer(Call call) {
    if (isAdmin(call)) {
      return Replies.of(ask(handlers.admin(), call).response());
    }
    boolean isOfMock = Path.of(call.path()).filter(Path::isOfMock).isPresent();
    if (isOfMock) {
      MockItself.putInto(server);
    }
    return Gateway.letThrough(call, ask(handlers.stubs(), call).reply(isOfMock));
  }

  private static Serving ask(AbstractRequestHandler handler, Call call) {
    var serving = new CompletableFuture<Serving>();
    handler.handle(
        new StubRequest(call),
        (request, response, attributes) -> serving.complete(Serving.of(response, attributes)),
        null);
    return serving.join();
  }

  void beginAgain() {
    server.resetAll();
  }

  void close() {
    server.stop();
  }
}
