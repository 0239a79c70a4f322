package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.session.Admission.Decision;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.mock.wire.Blow;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Disturbances at one point each, as functions. */
public final class Points {
  private Points() {}

  public static Disturbance publishing(Function<Publication, Course<Publication>> instead) {
    return new Disturbance() {
      @Override
      public Course<Publication> publishing(Publication publication) {
        return instead.apply(publication);
      }
    };
  }

  public static Disturbance delivering(BiFunction<Broadcast, Hearer, Course<Broadcast>> instead) {
    return new Disturbance() {
      @Override
      public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
        return instead.apply(broadcast, hearer);
      }
    };
  }

  public static Disturbance overhearing(BiFunction<Broadcast, Hearer, Course<Broadcast>> instead) {
    return new Disturbance() {
      @Override
      public Course<Broadcast> overhearing(Broadcast broadcast, Hearer hearer) {
        return instead.apply(broadcast, hearer);
      }
    };
  }

  public static Disturbance replying(
      BiFunction<Push, ServerMessage, Course<ServerMessage>> instead) {
    return new Disturbance() {
      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        return instead.apply(to, reply);
      }
    };
  }

  public static Disturbance withholding(
      BiFunction<Push, ServerMessage, Course<ServerMessage>> instead) {
    return new Disturbance() {
      @Override
      public Course<ServerMessage> withholding(Push to, ServerMessage reply) {
        return instead.apply(to, reply);
      }
    };
  }

  public static Disturbance pushing(Function<ServerMessage, Course<ServerMessage>> instead) {
    return new Disturbance() {
      @Override
      public Course<ServerMessage> pushing(ServerMessage message) {
        return instead.apply(message);
      }
    };
  }

  public static Disturbance writing(Function<Frame, Course<Frame>> instead) {
    return new Disturbance() {
      @Override
      public Course<Frame> writing(Frame frame) {
        return instead.apply(frame);
      }
    };
  }

  public static Disturbance answering(BiFunction<Request, Answer, Answer> instead) {
    return new Disturbance() {
      @Override
      public Answer answering(Request request, Answer answer) {
        return instead.apply(request, answer);
      }
    };
  }

  public static Disturbance hearing(Function<Push, Optional<Push>> instead) {
    return new Disturbance() {
      @Override
      public Optional<Push> hearing(Push push) {
        return instead.apply(push);
      }
    };
  }

  public static Disturbance reading(UnaryOperator<Request> instead) {
    return new Disturbance() {
      @Override
      public Request reading(Request request) {
        return instead.apply(request);
      }
    };
  }

  public static Disturbance opening(BiFunction<Request, Handshake, Handshake> instead) {
    return new Disturbance() {
      @Override
      public Handshake opening(Request request, Handshake handshake) {
        return instead.apply(request, handshake);
      }
    };
  }

  public static Disturbance closing(Function<Integer, Optional<Integer>> instead) {
    return new Disturbance() {
      @Override
      public Optional<Integer> closing(int code) {
        return instead.apply(code);
      }
    };
  }

  public static Disturbance settling(UnaryOperator<ProjectSettings> instead) {
    return new Disturbance() {
      @Override
      public ProjectSettings settling(ProjectSettings settings) {
        return instead.apply(settings);
      }
    };
  }

  public static Disturbance admitting(BiFunction<String, Decision, Decision> instead) {
    return new Disturbance() {
      @Override
      public Decision admitting(String topic, Limits limits, Decision decision) {
        return instead.apply(topic, decision);
      }
    };
  }

  public static Disturbance striking(Function<Push, Optional<Blow>> instead) {
    return new Disturbance() {
      @Override
      public Optional<Blow> striking(Push push) {
        return instead.apply(push);
      }
    };
  }

  public static Disturbance parting(Function<Integer, Optional<Blow>> instead) {
    return new Disturbance() {
      @Override
      public Optional<Blow> parting(int code) {
        return instead.apply(code);
      }
    };
  }

  public static Disturbance examining(BiFunction<String, Token, Token> instead) {
    return new Disturbance() {
      @Override
      public Token examining(String text, Token token) {
        return instead.apply(text, token);
      }
    };
  }

  public static Disturbance ponging(Function<Bytes, Optional<Bytes>> instead) {
    return new Disturbance() {
      @Override
      public Optional<Bytes> ponging(Bytes ping) {
        return instead.apply(ping);
      }
    };
  }

  public static Disturbance farewell(int instead) {
    return new Disturbance() {
      @Override
      public int farewell(int code) {
        return instead;
      }
    };
  }

  public static Disturbance objecting(int instead) {
    return new Disturbance() {
      @Override
      public int objecting(int code) {
        return instead;
      }
    };
  }

  public static Disturbance stumbling(Function<Frame, Optional<Integer>> instead) {
    return new Disturbance() {
      @Override
      public Optional<Integer> stumbling(Frame frame) {
        return instead.apply(frame);
      }
    };
  }

  public static Disturbance leaving(Predicate<Room> leaves) {
    return new Disturbance() {
      @Override
      public boolean leaving(Room room) {
        return leaves.test(room);
      }
    };
  }
}
