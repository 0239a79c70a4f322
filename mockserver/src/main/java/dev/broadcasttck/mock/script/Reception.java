package dev.broadcasttck.mock.script;

import java.util.Optional;

/**
 * How a request is met.
 *
 * @param answer there where the request is served
 */
public record Reception<T>(Treatment treatment, Optional<T> answer) {}
