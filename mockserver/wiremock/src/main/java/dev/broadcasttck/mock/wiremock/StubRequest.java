package dev.broadcasttck.mock.wiremock;

import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.multipart.PartParser;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Header;
import java.net.URI;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request of the mock's port as WireMock asks about it. */
record StubRequest(Call call) implements Request {
  private static final int HTTP_PORT = 80;

  @Override
  public String getUrl() {
    return call.uri();
  }

  @Override
  public String getAbsoluteUrl() {
    return "http://" + authority() + call.uri();
  }

  private String authority() {
    return call.header("host").orElse("localhost");
  }

  @Override
  public RequestMethod getMethod() {
    return RequestMethod.fromString(call.method());
  }

  @Override
  public String getScheme() {
    return "http";
  }

  @Override
  public String getHost() {
    return Optional.ofNullable(URI.create("http://" + authority()).getHost()).orElse("localhost");
  }

  @Override
  public int getPort() {
    int port = URI.create("http://" + authority()).getPort();
    return port < 0 ? HTTP_PORT : port;
  }

  @Override
  public String getClientIp() {
    return call.client();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return call.header(name).orElse(null);
  }

  @Override
  public HttpHeader header(String name) {
    return getHeaders().getHeader(name);
  }

  @Override
  public ContentTypeHeader contentTypeHeader() {
    return getHeaders().getContentTypeHeader();
  }

  @Override
  public HttpHeaders getHeaders() {
    Map<String, List<String>> byName =
        call.headers().stream()
            .collect(
                Collectors.groupingBy(
                    Header::name,
                    LinkedHashMap::new,
                    Collectors.mapping(Header::value, Collectors.toList())));
    return new HttpHeaders(
        byName.entrySet().stream().map(it -> new HttpHeader(it.getKey(), it.getValue())).toList());
  }

  @Override
  public boolean containsHeader(String name) {
    return call.header(name).isPresent();
  }

  @Override
  public Set<String> getAllHeaderKeys() {
    return getHeaders().keys();
  }

  @Override
  public QueryParameter queryParameter(String name) {
    return Optional.ofNullable(Urls.splitQueryFromUrl(call.uri()).get(name))
        .orElseGet(() -> QueryParameter.absent(name));
  }

  @Override
  public FormParameter formParameter(String name) {
    return Optional.ofNullable(formParameters().get(name))
        .orElseGet(() -> FormParameter.absent(name));
  }

  @Override
  public Map<String, FormParameter> formParameters() {
    boolean isForm =
        call.header("content-type")
            .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
            .isPresent();
    return isForm
        ? Urls.splitQuery(getBodyAsString()).entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    it -> new FormParameter(it.getKey(), it.getValue().values())))
        : Map.of();
  }

  @Override
  public Map<String, Cookie> getCookies() {
    Map<String, List<String>> byName =
        call.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("cookie"))
            .flatMap(header -> List.of(header.value().split(";")).stream())
            .map(pair -> pair.strip().split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(
                Collectors.groupingBy(
                    pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
    return byName.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> new Cookie(it.getKey(), it.getValue())));
  }

  @Override
  public byte[] getBody() {
    return call.body().toArray();
  }

  @Override
  public String getBodyAsString() {
    return call.body().utf8();
  }

  @Override
  public String getBodyAsBase64() {
    return Base64.getEncoder().encodeToString(getBody());
  }

  @Override
  public boolean isMultipart() {
    return call.header("content-type").filter(type -> type.startsWith("multipart/")).isPresent();
  }

  @Override
  public Collection<Part> getParts() {
    return isMultipart() ? PartParser.parseFrom(this) : List.of();
  }

  @Override
  public @Nullable Part getPart(String name) {
    return getParts().stream().filter(part -> part.getName().equals(name)).findFirst().orElse(null);
  }

  @Override
  public boolean isBrowserProxyRequest() {
    return false;
  }

  @Override
  public Optional<Request> getOriginalRequest() {
    return Optional.empty();
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }
}
