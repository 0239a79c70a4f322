package dev.broadcasttck.conformance.proxy;

import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.server.Checkpoint;
import java.util.HashMap;
import java.util.Map;

/** Notes requests over HTTP in the checkpoint's journal, as the relay tells of them. */
final class CallLog {
  private final Checkpoint checkpoint;
  private final Map<String, Integer> open = new HashMap<>();

  CallLog(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  void note(Happening what) {
    if (what instanceof Happening.RequestSent it) {
      open.put(
          it.call(),
          checkpoint.asked(Heads.of(it.method(), it.url(), it.headers(), Bytes.utf8(it.body()))));
    } else if (what instanceof Happening.ResponseReceived it) {
      Integer call = open.remove(it.call());
      if (call != null) {
        checkpoint.answered(call, answer(it));
      }
    } else if (what instanceof Happening.RequestLost it) {
      open.remove(it.call());
    }
  }

  private static Answer answer(Happening.ResponseReceived response) {
    Answer answer = Answer.empty(response.status()).withBody(Bytes.utf8(response.body()));
    for (Map.Entry<String, String> header : response.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }
}
