package dev.broadcasttck.mock.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines with consecutive numbers, of which the oldest may be forgotten; every fan-out adds many.
 */
final class Lines {
  /** Taken out together, as soon as they are such a part of the list. */
  private static final int MOST_IDLE = 8;

  private final List<Entry> list = new ArrayList<>();

  /** So many at the front are forgotten, and not taken out yet. */
  private int forgotten;

  void add(Entry entry) {
    list.add(entry);
  }

  int size() {
    return list.size() - forgotten;
  }

  /** Forgets the oldest one and returns it. */
  Entry forgetOldest() {
    Entry oldest = list.get(forgotten);
    forgotten++;
    if (forgotten > list.size() / MOST_IDLE) {
      list.subList(0, forgotten).clear();
      forgotten = 0;
    }
    return oldest;
  }

  /** All that are left, the oldest first. */
  List<Entry> all() {
    return list.subList(forgotten, list.size());
  }

  /** Those from a number on. */
  List<Entry> since(int number) {
    List<Entry> all = all();
    int first = all.isEmpty() ? 0 : all.get(0).number();
    return all.subList(Math.min(Math.max(number - first, 0), all.size()), all.size());
  }
}
