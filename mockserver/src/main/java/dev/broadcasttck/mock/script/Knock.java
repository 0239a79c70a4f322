package dev.broadcasttck.mock.script;

import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;

/**
 * A request for a socket, and how it is met.
 *
 * @param socket the number of the socket to be
 */
public record Knock(int socket, Request request, Reception<Handshake> reception) {}
