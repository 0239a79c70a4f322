package dev.broadcasttck.conformance.divergence;

import dev.broadcasttck.conformance.divergence.SideBySide.Compared;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.report.Tone;
import java.util.ArrayList;
import java.util.List;

/** Where two servers part, as a person reads it. */
public final class DivergenceReport {
  private final Screen screen;
  private final List<Compared> all = new ArrayList<>();

  public DivergenceReport(Screen screen) {
    this.screen = screen;
  }

  /** Tells of one playing, if there is something to be told. */
  public void add(Compared compared) {
    all.add(compared);
    compared.parting().ifPresent(parting -> show(compared, parting));
  }

  /** Tells what came of all of them. */
  public void end(int oneSided) {
    long raced = all.stream().filter(it -> it.looks() > 1).count() - differing();
    screen.line(
        differing() > 0 ? Tone.BAD : Tone.GOOD,
        "%d compared: %d differ%s%s"
            .formatted(
                all.size(),
                differing(),
                raced > 0 ? ", %d differed at first sight only".formatted(raced) : "",
                oneSided > 0 ? "; %d apply to one of the two only".formatted(oneSided) : ""));
  }

  public int compared() {
    return all.size();
  }

  public long differing() {
    return all.stream().filter(it -> it.parting().isPresent()).count();
  }

  private void show(Compared compared, Parting parting) {
    screen.line(
        "%s: they part at message %d of %s"
            .formatted(compared.playing().id(), parting.place(), parting.where()));
    parting.before().ifPresent(text -> screen.labelled("both", text));
    screen.labelled("a", parting.a().orElse("nothing more"));
    screen.labelled("b", parting.b().orElse("nothing more"));
  }
}
