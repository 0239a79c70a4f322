package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client asks for over HTTP: sockets, and broadcasts by REST. */
final class Requests {
  private static final Pattern VSN = Pattern.compile("[?&]vsn=([^&]*)");
  private static final Pattern KNOWN_VSN = Pattern.compile("[12]\\.0\\.\\d+");
  private static final Pattern BROADCAST = Pattern.compile("[^?]*/api/broadcast(/[^?]*)?(\\?.*)?");

  private Requests() {}

  static List<Violation> findings(Entry entry) {
    if (entry.what() instanceof SocketOpening opening) {
      return version(entry, opening.url());
    }
    return entry.what() instanceof RequestSent request && isBroadcast(entry)
        ? broadcast(entry, request)
        : List.of();
  }

  /** Whether somebody asks for a broadcast; a browser asks beforehand whether it may. */
  static boolean isBroadcast(Entry entry) {
    return entry.what() instanceof RequestSent request
        && BROADCAST.matcher(request.url()).matches()
        && !request.method().equals("OPTIONS");
  }

  private static List<Violation> version(Entry entry, String url) {
    Matcher named = VSN.matcher(url);
    return named.find() && !KNOWN_VSN.matcher(named.group(1)).matches()
        ? List.of(
            new Violation(
                "CCONNECT-3", entry, "a version that there is: 1.0.0 or 2.0.0", named.group(1)))
        : List.of();
  }

  private static List<Violation> broadcast(Entry entry, RequestSent request) {
    List<Violation> found = new ArrayList<>();
    String told = request.method() + " " + request.url();
    if (!request.method().equals("POST")) {
      found.add(new Violation("CREST-1", entry, "a POST", told));
      return found;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    boolean isBatch = request.url().replaceFirst("[/?]*(\\?.*)?$", "").endsWith("/api/broadcast");
    if (isBatch) {
      body(entry, request.body(), headers.getOrDefault("content-type", ""), found);
    }
    key(entry, headers, told, found);
    return found;
  }

  private static void body(Entry entry, String body, String type, List<Violation> found) {
    if (!type.toLowerCase(Locale.ROOT).contains("json") || Json.parse(body).isEmpty()) {
      String actual = "content-type '%s': %s".formatted(type, body);
      found.add(new Violation("CREST-2", entry, "a body that is JSON and says so", actual));
    }
    Json.parse(body).stream()
        .flatMap(it -> it.path("messages").valueStream())
        .map(it -> it.path("topic").asString(""))
        .filter(topic -> topic.startsWith("realtime:"))
        .findFirst()
        .ifPresent(
            topic ->
                found.add(new Violation("CREST-3", entry, "a topic without realtime:", topic)));
  }

  private static void key(
      Entry entry, Map<String, String> headers, String told, List<Violation> found) {
    String authorization = headers.get("authorization");
    if (authorization == null && !headers.containsKey("apikey")) {
      found.add(new Violation("CREST-5", entry, "the key, as apikey or as Bearer", told));
    }
    if (authorization != null
        && List.of("", "bearer").contains(authorization.strip().toLowerCase(Locale.ROOT))) {
      String actual = "authorization: '" + authorization + "'";
      found.add(new Violation("CREST-6", entry, "an Authorization that holds a token", actual));
    }
  }
}
