package dev.broadcasttck.conformance.history;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last things of a kind, by what they are known by; the oldest are forgotten first. */
public final class Lately<K, V> {
  private final int limit;
  private final Map<K, V> things = new LinkedHashMap<>();
  private boolean forgetful;

  public Lately(int limit) {
    this.limit = limit;
  }

  public Optional<V> get(K key) {
    return Optional.ofNullable(things.get(key));
  }

  public boolean knows(K key) {
    return things.containsKey(key);
  }

  /** Whether something that was put here is here no more although nobody took it. */
  public boolean isForgetful() {
    return forgetful;
  }

  /** Puts a thing last, in place of what had its key. */
  public void put(K key, V thing) {
    things.remove(key);
    things.put(key, thing);
    if (things.size() > limit) {
      forgetful = true;
      Iterator<K> oldest = things.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  public Optional<V> take(K key) {
    return Optional.ofNullable(things.remove(key));
  }
}
