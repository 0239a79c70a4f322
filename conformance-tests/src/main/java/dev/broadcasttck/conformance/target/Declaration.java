package dev.broadcasttck.conformance.target;

import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.spec.source.Problem;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.YamlDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A target file of the right shape, whose secrets and addresses have not been looked up yet. */
public final class Declaration {
  private final YamlDocument document;
  private final Path folder;
  private final Claims claims;

  Declaration(YamlDocument document, Path folder) {
    this.document = document;
    this.folder = folder;
    this.claims = new Claims(document);
  }

  /** What its author can be told that is no mistake. */
  public List<Problem> notes(boolean hasStageHand) {
    Problems notes = new Problems();
    inlineSecrets()
        .forEach(
            pointer ->
                notes.add(
                    document.at(pointer),
                    "whoever reads this file has this secret; {env: NAME} would keep it"));
    claims.remark(hasStageHand || document.root().has("admin"), notes);
    return notes.all();
  }

  /**
   * The target, with what the file does not hold.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with everything that is still missing
   */
  public DeclaredTarget complete(Supplies supplies) {
    Problems problems = new Problems();
    Doors doors = new Doors(document, folder, supplies, problems);
    Optional<Premises> main = doors.main();
    Map<String, Premises> prepared = new LinkedHashMap<>();
    main.ifPresent(
        like ->
            document.root().path("endpoints").propertyNames().stream()
                .forEach(
                    purpose ->
                        doors.prepared(purpose, like).ifPresent(p -> prepared.put(purpose, p))));
    boolean holdsSecret = main.flatMap(Premises::jwtSecret).isPresent();
    if (claims.written().contains(Claims.MINT_TOKENS) && !holdsSecret) {
      claims.complain(problems, Claims.MINT_TOKENS, "needs `jwt-secret`, or --jwt-secret");
    }
    Optional<AdminHand> admin = doors.admin();
    problems.refuseAny();
    Premises premises = main.orElseThrow();
    Optional<StageHand> stageHand = admin.<StageHand>map(it -> it).or(supplies::stageHand);
    return new DeclaredTarget(
        new Row(document.root()).text("name").orElse(premises.endpoint().socket().getHost()),
        premises,
        prepared,
        claims.testable(stageHand.isPresent(), holdsSecret),
        background(),
        topics(),
        quota(),
        stageHand,
        admin.map(AdminHand::clock).orElseGet(supplies::clock));
  }

  void review(Problems problems) {
    claims.review(quota(), problems);
  }

  private Quota quota() {
    JsonNode quotas = document.root().path("quotas");
    Quota usual = Quota.STRANGER;
    return new Quota(
        quotas.path("sockets").asInt(usual.sockets()),
        quotas.path("joins-per-second").asInt(usual.joinsPerSecond()),
        quotas.path("events-per-second").asInt(usual.eventsPerSecond()),
        quotas.path("payload-kilobytes").asInt(usual.payloadKilobytes()));
  }

  private List<JsonNode> background() {
    return StreamSupport.stream(document.root().path("background").spliterator(), false).toList();
  }

  private Map<String, String> topics() {
    return document.root().path("topics").properties().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().asString()));
  }

  private List<String> inlineSecrets() {
    return document.places().keySet().stream()
        .filter(pointer -> pointer.matches("(/endpoints/[^/]+)?/(apikey|jwt-secret)|/admin/token"))
        .filter(
            pointer ->
                new SecretReference(document.root().at(pointer), document.at(pointer)).isInline())
        .toList();
  }
}
