package dev.broadcasttck.conformance.tape;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The first lines of a tape. They are never written again, so this needs no copy, although the tape
 * goes on behind it.
 */
final class Lines extends AbstractList<Entry> implements RandomAccess {
  private final Entry[] lines;
  private final int length;

  Lines(Entry[] lines, int length) {
    this.lines = lines;
    this.length = length;
  }

  @Override
  public Entry get(int index) {
    return lines[Objects.checkIndex(index, length)];
  }

  @Override
  public int size() {
    return length;
  }
}
