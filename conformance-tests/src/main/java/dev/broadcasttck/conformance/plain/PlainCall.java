package dev.broadcasttck.conformance.plain;

import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.Redaction;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.ByteString;

/**
 * An HTTP request on a connection of its own.
 *
 * @param base where the server is; only its host and port are used
 * @param method any word
 * @param target path and query as they are to be sent
 * @param headers all but those that HTTP itself needs, which are added where they are missing
 * @param body its bytes, none for a request without a body
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
public record PlainCall(
    URI base, String method, String target, Map<String, String> headers, ByteString body) {
  private static final int LARGEST = 64 * 1024 * 1024;

  /**
   * Sends it.
   *
   * @param name unique on the tape
   */
  public void send(PlainNetwork network, String name, Redaction redaction, WireTap tap) {
    tap.saw(
        new Happening.RequestSent(
            name,
            method,
            redaction.text(target),
            redaction.headers(headers),
            redaction.text(body.utf8())));
    Scribe scribe = new Scribe(name, redaction, tap, request());
    network
        .connect(base, List.of(new HttpClientCodec(), new HttpObjectAggregator(LARGEST), scribe))
        .addListener(
            outcome -> {
              if (!outcome.isSuccess()) {
                scribe.lost(Loss.of(outcome.cause()));
              }
            });
  }

  private FullHttpRequest request() {
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(method),
            target,
            Unpooled.wrappedBuffer(body.asByteBuffer()),
            DefaultHttpHeadersFactory.headersFactory().withValidation(false),
            DefaultHttpHeadersFactory.trailersFactory());
    headers.forEach(request.headers()::set);
    if (!request.headers().contains(HttpHeaderNames.HOST)) {
      request.headers().set(HttpHeaderNames.HOST, PlainNetwork.host(base));
    }
    boolean isSized =
        request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
            || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    if (!isSized && (body.size() > 0 || !method.equals("GET"))) {
      request.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.size());
    }
    return request;
  }

  /** The receiving side: from Netty to the tape. */
  private static final class Scribe extends SimpleChannelInboundHandler<FullHttpResponse> {
    private final String name;
    private final Redaction redaction;
    private final WireTap tap;
    private final FullHttpRequest request;
    private boolean ended;

    Scribe(String name, Redaction redaction, WireTap tap, FullHttpRequest request) {
      this.name = name;
      this.redaction = redaction;
      this.tap = tap;
      this.request = request;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      ended = true;
      String body = redaction.text(response.content().toString(StandardCharsets.UTF_8));
      tap.saw(
          new Happening.ResponseReceived(
              name, response.status().code(), redaction.headers(headers(response)), body));
      context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      lost(new Loss(Loss.Cause.CUT_OFF, "the connection ended without an answer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      lost(Loss.of(cause));
      context.close();
    }

    void lost(Loss loss) {
      if (!ended) {
        ended = true;
        tap.saw(new Happening.RequestLost(name, redaction.text(loss.toString())));
      }
    }

    private static Map<String, String> headers(FullHttpResponse response) {
      Map<String, String> headers = new LinkedHashMap<>();
      response
          .headers()
          .forEach(
              header ->
                  headers.merge(
                      header.getKey().toLowerCase(Locale.ROOT),
                      header.getValue(),
                      (first, second) -> first + ", " + second));
      return headers;
    }
  }
}
