package dev.broadcasttck.conformance.survey;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.survey.Answer.Opinion;
import dev.broadcasttck.conformance.survey.Survey.Findings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A target file in the making, for its author to go on with.
 *
 * @param url without a query
 * @param holdsSecret whether the author has the project's JWT secret
 */
public record Draft(String url, boolean holdsSecret, Findings findings) {
  private static final int LONGEST = 100;

  /** What no question to the server can find out, and what it would take. */
  private static final Map<String, String> UNASKABLE = unaskable();

  private static Map<String, String> unaskable() {
    Map<String, String> unaskable = new LinkedHashMap<>();
    unaskable.put("flood", "if 500 messages in a row are welcome");
    unaskable.put("large-frames", "if frames of megabytes are; raise payload-kilobytes too");
    unaskable.put("idle-close", "if it closes idle sockets; showing it takes more than a minute");
    unaskable.put("replay", "if private channels replay what the database sent");
    return unaskable;
  }

  /** The file's text. */
  public String text() {
    return Stream.of(
            HEAD.formatted(Json.write(Json.text(url))),
            holdsSecret ? "jwt-secret: { env: TCK_JWT_SECRET }\n" : NO_SECRET,
            "\n# What is not claimed is not applicable; what is claimed and not done has failed.\n",
            capabilities(),
            background(),
            QUOTAS.formatted(
                Quota.STRANGER.sockets(),
                Quota.STRANGER.joinsPerSecond(),
                Quota.STRANGER.eventsPerSecond(),
                Quota.STRANGER.payloadKilobytes()),
            TAIL)
        .collect(Collectors.joining());
  }

  /** What the server could not be asked, or did not say. */
  public Stream<String> open() {
    Stream<String> unclear = with(Opinion.UNCLEAR).map(Answer::capability);
    return Stream.of(
            unclear,
            UNASKABLE.keySet().stream(),
            Stream.of("topics by right", "endpoints prepared for one purpose"))
        .flatMap(names -> names);
  }

  private String capabilities() {
    String claimed = with(Opinion.CAN).map(Draft::claimed).collect(Collectors.joining());
    String others =
        Stream.concat(with(Opinion.CANNOT), with(Opinion.UNCLEAR))
            .map(answer -> open(answer.capability(), clipped(answer.heard())))
            .collect(Collectors.joining());
    String unaskable =
        UNASKABLE.entrySet().stream()
            .map(entry -> open(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    return (claimed.isEmpty() ? "capabilities: []\n" : "capabilities:\n" + claimed)
        + "  # The server said no, or nothing that is clear:\n"
        + others
        + "  # Could not be asked; take out the # where it holds:\n"
        + unaskable;
  }

  private String background() {
    String comment = "\n# What the server may send unasked.\n";
    return findings.unaskedEvents().isEmpty()
        ? comment + "background: []\n"
        : findings.unaskedEvents().stream()
            .map(event -> "  - { event: " + Json.write(Json.text(event)) + " }\n")
            .collect(Collectors.joining("", comment + "background:\n", ""));
  }

  private Stream<Answer> with(Opinion opinion) {
    return findings.answers().stream().filter(answer -> answer.opinion() == opinion);
  }

  private static String claimed(Answer answer) {
    return "  - %s # %s%n".formatted(answer.capability(), clipped(answer.heard()));
  }

  private static String open(String capability, String why) {
    return "  # - %s # %s%n".formatted(capability, why);
  }

  /** A server's words on one line of a comment. */
  private static String clipped(String heard) {
    String line = heard.replaceAll("[\\p{C}\\p{Z}]+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static final String HEAD =
      """
      # A target of Broadcast TCK. Play it with ./tck run --target FILE,
      # look it over with ./tck target check FILE.
      # yaml-language-server: $schema=https://broadcasttck.dev/schema/target.schema.json
      url: %s
      apikey: { env: TCK_APIKEY } # or { file: PATH }
      """;
  private static final String NO_SECRET =
      """
      # Tokens are minted, and scenarios about them played, if this is here:
      # jwt-secret: { env: TCK_JWT_SECRET }
      """;
  private static final String QUOTAS =
      """

      # What we may ask of the server.
      quotas:
        sockets: %d
        joins-per-second: %d
        events-per-second: %d
        payload-kilobytes: %d
      """;
  private static final String TAIL =
      """

      # For private-channels: how topics are named for which you prepared these rights of the role
      # authenticated. {nonce} becomes letters and digits; in own it is the token's sub.
      # topics:
      #   read-write: rw-{nonce}
      #   read-only: ro-{nonce}
      #   broadcast-only: bonly-{nonce}
      #   none: none-{nonce}
      #   own: user-{nonce}

      # Further endpoints, each prepared for one purpose; what is not written is as above.
      # endpoints:
      #   small-payload-limit: { url: "wss://HOST/realtime/v1", apikey: { env: TCK_APIKEY_SMALL } }
      #   unknown-project: { headers: { Host: nobody.example } }
      """;
}
