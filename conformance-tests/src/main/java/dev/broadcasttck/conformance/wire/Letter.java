package dev.broadcasttck.conformance.wire;

import java.util.Map;

/**
 * A request with JSON in it, exactly as it is to go out.
 *
 * @param url with its query
 * @param headers with their secrets
 */
public record Letter(String method, String url, Map<String, String> headers, String body) {}
