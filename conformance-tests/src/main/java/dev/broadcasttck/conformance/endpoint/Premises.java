package dev.broadcasttck.conformance.endpoint;

import java.util.Optional;

/**
 * An endpoint, with what it takes to make tokens for it.
 *
 * @param endpoint where it is
 * @param jwtSecret what its tokens are signed with, if we hold it
 */
public record Premises(Endpoint endpoint, Optional<Secret> jwtSecret) {}
