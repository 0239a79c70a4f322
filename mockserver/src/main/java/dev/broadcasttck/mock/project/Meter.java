package dev.broadcasttck.mock.project;

/** Counts what happens, and says how much of it there is a second. */
public interface Meter {
  void count(int more);

  double perSecond();
}
