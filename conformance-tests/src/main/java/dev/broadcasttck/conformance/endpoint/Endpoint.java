package dev.broadcasttck.conformance.endpoint;

import java.net.URI;
import java.util.Map;

/**
 * Where a server is, and how to be let in.
 *
 * @param socket the WebSocket's address without a query, such as {@code
 *     wss://HOST/realtime/v1/websocket}
 * @param broadcast the REST batch's address, such as {@code https://HOST/realtime/v1/api/broadcast}
 * @param apiKey the project's key
 * @param headers to be sent with every request, the upgrade included
 */
public record Endpoint(URI socket, URI broadcast, Secret apiKey, Map<String, String> headers) {}
