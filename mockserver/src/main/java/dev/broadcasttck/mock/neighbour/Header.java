package dev.broadcasttck.mock.neighbour;

/** A line of an HTTP head, as on the wire. */
public record Header(String name, String value) {}
