package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.project.Project;
import java.util.Optional;
import java.util.UUID;

/** What is found under which path. */
public final class RestApi implements Api {
  private final BatchEndpoint batch;
  private final Optional<SingleEventEndpoint> singleEvent;

  /**
   * The API of one project.
   *
   * @param project empty for an API that knows no project
   * @param older whether it is a server before 2.97, which has no path for a single event
   */
  public RestApi(Optional<Project> project, boolean older) {
    Reception reception = new Reception(project);
    this.batch = new BatchEndpoint(reception);
    this.singleEvent = older ? Optional.empty() : Optional.of(new SingleEventEndpoint(reception));
  }

  @Override
  public Answer answer(Request request) {
    return Path.of(request.path())
        .map(path -> path.isLongPoll() ? LongPoll.answer(request) : numbered(answer(request, path)))
        .orElseGet(() -> Answer.words(400, "Bad Request"));
  }

  /** What is answered where there is nothing. */
  public static Answer notFound() {
    return numbered(Answer.notFound());
  }

  /** Bad requests do not get far enough to be numbered. */
  static Answer numbered(Answer answer) {
    return answer.status() == 400
        ? answer
        : answer.with("x-request-id", UUID.randomUUID().toString());
  }

  private Answer answer(Request request, Path path) {
    boolean isPost = request.method().equals("POST");
    if (isPost && path.is("api", "broadcast")) {
      return batch.answer(request);
    }
    if (isPost && path.isSingleEvent() && singleEvent.isPresent()) {
      return singleEvent.get().answer(request, path);
    }
    return request.method().equals("GET") && path.is("healthz")
        ? Answer.json(200, Json.object().put("status", "ok"))
        : Answer.notFound();
  }
}
