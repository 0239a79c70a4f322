package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.wire.Blow;
import java.util.ArrayList;
import java.util.List;

/** A socket that keeps what is written to it. */
public final class Transcript implements Outlet {
  private final List<Frame> frames = new ArrayList<>();
  private final List<Integer> closeCodes = new ArrayList<>();

  @Override
  public void write(Frame frame) {
    frames.add(frame);
  }

  @Override
  public void strike(Blow blow) {
    throw new AssertionError("nobody strikes here: " + blow);
  }

  @Override
  public void close(int code) {
    closeCodes.add(code);
  }

  @Override
  public void cut() {
    closeCodes.add(1006);
  }

  public List<Frame> frames() {
    return frames;
  }

  public List<Integer> closeCodes() {
    return closeCodes;
  }
}
