package dev.broadcasttck.mock.fault;

import java.util.ArrayList;
import java.util.List;

/** What is done at a point, and when: nothing, one thing or several. */
public record Course<T>(List<Act<T>> acts) {

  /** One thing that is done. */
  public record Act<T>(T what, Timing timing) {}

  public Course {
    acts = List.copyOf(acts);
  }

  public static <T> Course<T> nothing() {
    return new Course<>(List.of());
  }

  /** One thing, at once. */
  public static <T> Course<T> of(T what) {
    return of(what, Timing.AT_ONCE);
  }

  public static <T> Course<T> of(T what, Timing timing) {
    return new Course<>(List.of(new Act<>(what, timing)));
  }

  /** The same, and then another thing. */
  public Course<T> and(T what, Timing timing) {
    List<Act<T>> more = new ArrayList<>(acts);
    more.add(new Act<>(what, timing));
    return new Course<>(more);
  }

  public Course<T> and(T what) {
    return and(what, Timing.AT_ONCE);
  }
}
