package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.function.BiFunction;
import java.util.function.Function;

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
}
