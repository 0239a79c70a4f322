package dev.broadcasttck.conformance.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Collectors;

/** Directories in which somebody is at work. */
final class Workplaces implements AutoCloseable {
  private final List<Path> directories;
  private final WatchService watch;

  private Workplaces(List<Path> directories, WatchService watch) {
    this.directories = directories;
    this.watch = watch;
  }

  static Workplaces open(List<Path> directories) {
    if (directories.isEmpty()) {
      throw Mistake.usage("--watch: the adapter's command names no file that could be watched");
    }
    try {
      WatchService watch = FileSystems.getDefault().newWatchService();
      for (Path directory : directories) {
        directory.register(watch, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
      }
      return new Workplaces(directories, watch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when something has changed since the last call. */
  void awaitChange() throws InterruptedException {
    for (WatchKey key = watch.take(); key != null; key = watch.poll()) {
      key.pollEvents();
      key.reset();
    }
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return directories.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
