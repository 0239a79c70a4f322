package dev.broadcasttck.mock.http;

/** Answers HTTP requests. */
public interface Api {
  Answer answer(Request request);
}
