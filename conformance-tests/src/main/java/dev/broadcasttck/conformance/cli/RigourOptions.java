package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How hard a run tries to see what must not happen. */
final class RigourOptions {
  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "Send what must not arrive N times. Default: 20, or 3 where the quota allows fewer than"
              + " 1000 events a second; with --certify 200.")
  @Nullable Integer repetitions;

  @Option(
      names = "--drain",
      paramLabel = "TIME",
      converter = LengthOfTime.class,
      defaultValue = "2s",
      description =
          "Watch for what must not arrive this long after it was sent last, such as 500ms or 2s."
              + " Default: ${DEFAULT-VALUE}.")
  Duration drain = Rigour.DEFAULT.drain();

  @Option(names = "--certify", description = "Send what must not arrive 200 times.")
  boolean certify;

  /** What was asked for; else what is cheap under a quota. */
  Rigour rigour(Quota quota) {
    int standard = certify ? Rigour.CERTIFYING : Rigour.within(quota).repetitions();
    int wanted = repetitions == null ? standard : repetitions;
    if (wanted < 1) {
      throw Mistake.usage("--repeat: " + wanted + " is too few: it is sent once at least");
    }
    return new Rigour(wanted, drain);
  }

  /** What was asked for; else what a certificate takes. */
  Rigour certifying(Quota quota) {
    certify = true;
    return rigour(quota);
  }

  /** What was given, as it would be given again. */
  String again() {
    String count = repetitions == null ? "" : " --repeat " + repetitions;
    String time = drain.equals(Rigour.DEFAULT.drain()) ? "" : " --drain " + drain.toMillis() + "ms";
    return count + time + (certify ? " --certify" : "");
  }
}
