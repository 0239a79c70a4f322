package dev.broadcasttck.bench.peer;

import static com.github.tomakehurst.wiremock.client.WireMock.sendMessage;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.MessageActionTransformer;
import com.github.tomakehurst.wiremock.message.Message;
import com.github.tomakehurst.wiremock.message.MessageAction;
import com.github.tomakehurst.wiremock.message.MessageActionContext;
import com.github.tomakehurst.wiremock.message.MessageChannel;
import java.nio.ByteBuffer;
import java.util.Objects;

/** WireMock with a message stub that matches everything, and an extension that knows the rooms. */
final class WireMockPeer {
  private WireMockPeer() {}

  public static void main(String[] arguments) {
    var server =
        new WireMockServer(
            wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .disableRequestJournal()
                .extensions(new Broadcasting()));
    server.start();
    server.addMessageStubMapping(
        WireMock.message().willTriggerActions(sendMessage("").onOriginatingChannel()));
  }

  private static final class Broadcasting implements MessageActionTransformer {
    private final Rooms<MessageChannel> rooms = new Rooms<>(new Messages());

    @Override
    public String getName() {
      return "broadcasting";
    }

    @Override
    public boolean applyGlobally() {
      return true;
    }

    /** Says all that is to be said itself; nothing is left to do for the stub. */
    @Override
    public MessageAction transform(MessageAction action, MessageActionContext context) {
      Message message = context.getIncomingMessage();
      if (message.isBinary()) {
        rooms.binary(context.getOriginatingChannel(), ByteBuffer.wrap(message.getBodyAsBytes()));
      } else {
        rooms.text(
            context.getOriginatingChannel(), Objects.requireNonNull(message.getBodyAsString()));
      }
      return new MessageAction() {};
    }
  }

  private static final class Messages implements Rooms.Out<MessageChannel> {
    @Override
    public void text(MessageChannel socket, String text) {
      socket.sendMessage(Message.builder().withTextBody(text).build());
    }

    @Override
    public void binary(MessageChannel socket, byte[] bytes) {
      socket.sendMessage(Message.builder().withBinaryBody(bytes).build());
    }
  }
}
