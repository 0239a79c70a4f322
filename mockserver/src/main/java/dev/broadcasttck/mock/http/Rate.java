package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.project.Project;

/** The headers that tell a project its rate of requests. */
final class Rate {
  private Rate() {}

  static Answer on(Answer answer, Project project) {
    long rolling = (long) project.meters().requests().perSecond();
    long limit = project.limits().eventsPerSecond();
    return answer
        .with("x-rate-rolling", String.valueOf(rolling))
        .with("x-rate-limit", String.valueOf(limit))
        .with("x-rate-limit-remaining", String.valueOf(limit - rolling));
  }
}
