package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What is not green as annotations of GitHub Actions. It shows ten of a kind at most, so the last
 * says how many there are.
 */
final class Annotations {
  private static final int MOST = 9;

  private Annotations() {}

  static String of(Proceedings proceedings) {
    List<String> lines = new ArrayList<>();
    proceedings
        .cutOffBecause()
        .ifPresent(why -> lines.add("::warning title=Broadcast TCK::" + message(why)));
    List<Case> warnings = proceedings.doubtful().stream().filter(Annotations::isWarning).toList();
    List<Case> errors = proceedings.doubtful().stream().filter(it -> !isWarning(it)).toList();
    lines.addAll(annotations("error", proceedings, errors));
    lines.addAll(annotations("warning", proceedings, warnings));
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static boolean isWarning(Case told) {
    return told.verdict() == Verdict.INCONCLUSIVE;
  }

  private static List<String> annotations(String kind, Proceedings proceedings, List<Case> cases) {
    List<String> lines = new ArrayList<>();
    cases.stream()
        .limit(MOST)
        .forEach(it -> lines.add(annotation(kind, new Account(proceedings, it))));
    if (cases.size() > MOST) {
      lines.add(
          "::%s title=Broadcast TCK::%s"
              .formatted(kind, message("and " + (cases.size() - MOST) + " more in the report")));
    }
    return lines;
  }

  private static String annotation(String kind, Account account) {
    String title = account.told().fullName() + " " + account.told().verdict();
    return "::%s file=%s,line=%d,title=%s::%s"
        .formatted(
            kind,
            property(account.file()),
            account.line(),
            property(title),
            message(account.reasons()));
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
