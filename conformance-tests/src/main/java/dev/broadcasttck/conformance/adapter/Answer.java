package dev.broadcasttck.conformance.adapter;

import tools.jackson.databind.JsonNode;

/** What comes of a request to an adapter. */
public sealed interface Answer {
  /** It was done. */
  record Result(JsonNode value) implements Answer {}

  /** It was not; the code is JSON-RPC's, or one of the adapter protocol's. */
  record Refused(int code, String message) implements Answer {}

  /** No answer came. */
  record Missing(String why) implements Answer {}

  /** The adapter has no such method, or its library has not. */
  int UNKNOWN_METHOD = -32601;

  /** The parameters name something that is not there, or are wrong. */
  int WRONG_PARAMETERS = -32602;

  /** The library threw something. */
  int THREW = -32000;
}
