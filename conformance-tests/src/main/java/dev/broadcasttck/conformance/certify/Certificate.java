package dev.broadcasttck.conformance.certify;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.spec.profile.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run says of a profile.
 *
 * @param rules how each of its rules stands, in the profile's order
 */
public record Certificate(Profile profile, Map<String, RuleStanding> rules) {
  /** More would not be read. */
  private static final int MOST = 6;

  public static Certificate of(Profile profile, List<Shown> playings) {
    Grade minimum = profile.minimumGrade().map(Grade::valueOf).orElse(Grade.D);
    Map<String, RuleStanding> rules = new LinkedHashMap<>();
    for (String rule : profile.rules()) {
      List<Shown> proofs = playings.stream().filter(it -> it.rules().contains(rule)).toList();
      rules.put(rule, RuleStanding.of(proofs, minimum));
    }
    return new Certificate(profile, rules);
  }

  /** {@code certified}, {@code not certified} or {@code not exercised}. */
  public String standing() {
    if (rules.values().stream().allMatch(it -> it == RuleStanding.HELD)) {
      return "certified";
    }
    return rules.values().stream().allMatch(it -> it == RuleStanding.UNEXERCISED)
        ? "not exercised"
        : "not certified";
  }

  /** One line, such as {@code profile core 1.0.0: not certified: SELF-1 broken}. */
  public Remark remark() {
    ExitCode code = ExitCode.worst(rules.values().stream().map(RuleStanding::exitCode));
    return new Remark(code, "profile %s: %s%s".formatted(profile, standing(), ending()));
  }

  /** What the results say of a profile that is not judged yet. */
  public static ObjectNode pending(Profile profile) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("name", profile.name())
        .put("version", profile.version());
  }

  /** What the results say of it. */
  public ObjectNode note() {
    ObjectNode note = pending(profile).put("standing", standing());
    ObjectNode each = note.putObject("rules");
    rules.forEach((rule, standing) -> each.put(rule, standing.toString()));
    return note;
  }

  private String ending() {
    if (!standing().equals("not certified")) {
      return "";
    }
    List<Map.Entry<String, RuleStanding>> wanting =
        rules.entrySet().stream()
            .filter(rule -> rule.getValue() != RuleStanding.HELD)
            .sorted(Map.Entry.<String, RuleStanding>comparingByValue().reversed())
            .toList();
    String named =
        wanting.stream()
            .limit(MOST)
            .map(rule -> rule.getKey() + " " + rule.getValue())
            .collect(Collectors.joining(", "));
    int more = wanting.size() - MOST;
    return ": " + named + (more > 0 ? ", and %d more".formatted(more) : "");
  }
}
