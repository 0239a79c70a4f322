package dev.broadcasttck.examples;

import static dev.broadcasttck.examples.Chat.chat;
import static dev.broadcasttck.mock.verify.Expectation.broadcast;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatTest {
  @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

  @Test
  void saysHello() {
    chat(mock.url(), mock.anonKey()).say("hello");

    mock.verify(broadcast("message").on("room-1").with("{\"text\": \"hello\"}").times(1));
  }
}
