package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.message.PayloadLimit;
import dev.broadcasttck.mock.token.TokenOffice;

/** What one project has to itself: its secret, its rights, its limits, its rooms. */
public record Project(TokenOffice tokens, Policy policy, PayloadLimit payloadLimit, Hub hub) {}
