package dev.broadcasttck.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.probe.Addresses;
import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.InvalidSource;
import dev.broadcasttck.spec.source.Problem;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TargetFileTest {
  static final List<String> PRESETS = TargetFile.PRESETS;
  private static final String KEY = "eyJhbGciOi.eyJyb2xlIjoi.c2lnbmF0dXJl";
  private static final String WHOLE =
      """
      name: a server of ours
      url: wss://realtime.example/realtime/v1
      rest: https://rest.example/api/broadcast
      apikey: { env: OUR_KEY }
      jwt-secret: { file: secret.txt }
      headers: { X-Gateway: open, X-Pass: { env: OUR_PASS } }
      capabilities: [version-2, private-channels, shutdown]
      background:
        - { event: system, payload: { extension: postgres_changes } }
      quotas: { sockets: 3, joins-per-second: 5 }
      topics: { read-write: "rw-{nonce}", own: "user-{nonce}" }
      endpoints:
        few-users: { url: "ws://few.example/socket" }
        unknown-project: { headers: { Host: nobody.example } }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("PRESETS")
  void presetsHaveTheShapeOfTheSchema(String name) throws IOException {
    String text =
        new String(
            TargetFile.class.getResourceAsStream("/tck/targets/" + name + ".yaml").readAllBytes(),
            StandardCharsets.UTF_8);
    Problems problems = new Problems();
    SchemaCheck check = SchemaCheck.named("target.schema.json");

    assertThat(YamlSource.read(name, text, problems)).allMatch(d -> check.accepts(d, problems));
    TargetFile.preset(name).review(problems);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void memFireIsSupabaseWithoutTheSingleEventAndWhatIsNotKnown() {
    assertThat(claims("supabase")).contains("rest-single-event", "rest-batch", "binary-frames");
    assertThat(claims("memfire"))
        .contains("rest-batch", "acknowledgements")
        .doesNotContain("rest-single-event");
  }

  @Test
  void aWordOfATargetIsAWordOfScenariosToo() throws IOException {
    JsonNode known = schema("scenario").at("/$defs/capability/enum");
    JsonNode claimed = schema("target").at("/properties/capabilities/items/enum");
    JsonNode purposes = schema("target").at("/properties/endpoints/properties");
    TreeSet<String> words = new TreeSet<>(purposes.propertyNames());
    claimed.forEach(word -> words.add(word.asString()));
    Stream.of(Ability.values()).map(Ability::capability).forEach(words::add);
    words.add("settable-vsn");
    words.add("settable-transport");

    assertThat(words)
        .containsExactlyInAnyOrderElementsOf(known.valueStream().map(JsonNode::asString).toList());
  }

  @Test
  void aFileSaysAllThatThereIsToKnow() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "from the file\n");
    Declaration declaration = TargetFile.read(written(WHOLE));
    DeclaredTarget target =
        declaration.complete(supplies(Map.of("OUR_KEY", "key", "OUR_PASS", "sesame")));

    assertThat(target.name()).isEqualTo("a server of ours");
    Premises main = target.premises(Optional.empty()).orElseThrow();
    assertThat(main.endpoint().socket())
        .hasToString("wss://realtime.example/realtime/v1/websocket");
    assertThat(main.endpoint().broadcast()).hasToString("https://rest.example/api/broadcast");
    assertThat(main.endpoint().apiKey().reveal()).isEqualTo("key");
    assertThat(main.jwtSecret()).contains(new Secret("from the file"));
    assertThat(main.endpoint().headers()).containsEntry("X-Pass", "sesame");
    assertThat(target.capabilities())
        .containsExactlyInAnyOrder(
            "version-2", "private-channels", "mint-tokens", "few-users", "unknown-project");
    assertThat(target.quota().sockets()).isEqualTo(3);
    assertThat(target.quota().joinsPerSecond()).isEqualTo(5);
    assertThat(target.quota().eventsPerSecond()).isEqualTo(50);
    assertThat(target.topic("read-write", "x1")).contains("rw-x1");
    assertThat(target.topic("none", "x1")).isEmpty();
    assertThat(target.background()).hasSize(1);
    assertThat(target.secrets())
        .contains(new Secret("key"), new Secret("from the file"), new Secret("sesame"));
  }

  @Test
  void aPreparedEndpointHasFromTheMainOneWhatIsNotWritten() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "from the file");
    DeclaredTarget target =
        TargetFile.read(written(WHOLE))
            .complete(supplies(Map.of("OUR_KEY", "key", "OUR_PASS", "sesame")));

    Premises few = target.premises(Optional.of("few-users")).orElseThrow();
    assertThat(few.endpoint().socket()).hasToString("ws://few.example/socket/websocket");
    assertThat(few.endpoint().broadcast()).hasToString("http://few.example/api/broadcast");
    assertThat(few.endpoint().apiKey().reveal()).isEqualTo("key");
    Premises unknown = target.premises(Optional.of("unknown-project")).orElseThrow();
    assertThat(unknown.endpoint().headers()).containsEntry("Host", "nobody.example");
    assertThat(unknown.endpoint().headers()).containsEntry("X-Gateway", "open");
    assertThat(target.premises(Optional.of("suspended"))).isEmpty();
  }

  @Test
  void whatNobodyCanDoAtTheTargetIsNotPutToTheTest() throws IOException {
    List<Problem> notes = TargetFile.read(written(WHOLE)).notes(false);

    assertThat(notes).hasSize(1);
    assertThat(notes.get(0))
        .hasToString(
            place(7) + "`shutdown`: not put to the test: nobody here can make the target do it");
    assertThat(TargetFile.read(written(WHOLE)).notes(true)).isEmpty();
  }

  @Test
  void aSecretInTheFileIsTakenAndRemarkedOn() throws IOException {
    Declaration declaration = TargetFile.read(written("url: ws://h\napikey: { value: open }"));

    assertThat(declaration.notes(false).get(0))
        .hasToString(
            place(2) + "whoever reads this file has this secret; {env: NAME} would keep it");
    assertThat(declaration.complete(supplies(Map.of())).main().endpoint().apiKey().reveal())
        .isEqualTo("open");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ulr: ws://h | 1 | `ulr` is not known here, did you mean `url`?",
        "capabilities: [rest-bach] | 1 | `rest-bach` is not known here, did you mean `rest-batch`?",
        "capabilities: [ack-observable] | 1 | `ack-observable` is not known here; known are",
        "capabilities: [few-users] | 1 | `few-users` is not known here",
        "capabilities: flood | 1 | must be array, not the string `flood`",
        "capabilities: [binary-frames] | 1 | `binary-frames`: only version 2 has them",
        "capabilities: [private-channels] | 1 | `topics` is to say how those `read-write` are named",
        "capabilities: [large-frames] | 1 | `payload-kilobytes` is to allow 1000 at least",
        "quotas: { socket: 3 } | 1 | `socket` is not known here, did you mean `sockets`?",
        "quotas: { sockets: 0 } | 1 | open at the same time, at least 1",
        "topics: { read-write: rw } | 1 | a name with {nonce} in it, such as rw-{nonce}",
        "topics: { readwrite: 'a{nonce}' } | 1 | did you mean `read-write`?",
        "endpoints: { fewusers: {} } | 1 | `fewusers` is not known here, did you mean `few-users`?",
        "endpoints: { few-users: {} } | 1 | must not be empty: what differs from the main endpoint",
        "background: [{}] | 1 | must not be empty",
        "apikey: { evn: X } | 1 | `evn` is not known here, did you mean `env`?",
        "apikey: {} | 1 | must not be empty: where a secret is to be found",
        "socket: http://h/websocket | 1 | is not right here: The WebSocket's full address",
        "[] | 1 | must be object, not array",
      })
  void aMistakeIsOneSentenceAtItsLine(String text, int line, String sentence) throws IOException {
    List<Problem> problems = problems(text);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).toString()).startsWith(place(line)).contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apikey: " + KEY,
        "jwt-secret: " + KEY,
        "apikey: { env: " + KEY + " }",
        "headers: { X-Pass: { env: " + KEY + " } }",
        "endpoints: { few-users: { apikey: " + KEY + " } }",
        "url: wss://h/socket?apikey=" + KEY,
      })
  void aSecretInTheWrongPlaceIsRefusedAndNotRepeated(String text) throws IOException {
    List<Problem> problems = problems(text);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).toString()).doesNotContain(KEY).startsWith(place(1));
  }

  @Test
  void severalMistakesAreToldTogether() throws IOException {
    assertThat(problems("ulr: ws://h\nquotas: { sockets: many }\n"))
        .extracting(problem -> problem.where().line())
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void aFileIsOneTarget() throws IOException {
    assertThat(problems("").get(0))
        .hasToString(place(1) + "the file is empty; ./tck target init writes one");
    assertThat(problems("name: a\n---\nname: b\n").get(0).toString())
        .startsWith(place(3))
        .endsWith("a second target; a file holds one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apikey: { env: NOT_SET } | the environment variable `NOT_SET` is not set",
        "apikey: { file: nowhere.txt } | nowhere.txt` cannot be read; it is to hold the secret alone",
        "apikey: { value: 'two words' } | the key holds a space",
        "name: keyless | there is no key: write `apikey`, give --apikey, or set TCK_APIKEY",
      })
  void whatIsMissingIsToldWhenItIsNeeded(String text, String sentence) throws IOException {
    Declaration declaration = TargetFile.read(written("url: ws://h\n" + text));

    assertThat(incomplete(declaration)).singleElement().asString().contains(sentence);
  }

  @Test
  void anAddressIsNeededAndMustBeOne() throws IOException {
    Declaration none = TargetFile.read(written("apikey: { value: open }"));
    Declaration odd = TargetFile.read(written("url: ftp://h\napikey: { value: open }"));
    Declaration unclaimed =
        TargetFile.read(
            written("url: ws://h\napikey: { value: open }\ncapabilities: [mint-tokens]"));

    assertThat(incomplete(none)).singleElement().asString().endsWith("write `url`, or give --url");
    assertThat(incomplete(odd)).singleElement().asString().contains("begins with none of wss://");
    assertThat(incomplete(unclaimed)).singleElement().asString().contains("needs `jwt-secret`");
  }

  private List<Problem> problems(String text) throws IOException {
    Path file = written(text);
    InvalidSource invalid = catchThrowableOfType(InvalidSource.class, () -> TargetFile.read(file));
    assertThat(invalid).as("a refusal of: %s", text).isNotNull();
    return invalid.problems();
  }

  private List<Problem> incomplete(Declaration declaration) {
    return catchThrowableOfType(InvalidSource.class, () -> declaration.complete(supplies(Map.of())))
        .problems();
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("target.yaml"), text);
  }

  private String place(int line) {
    return folder.resolve("target.yaml") + ":" + line + ": ";
  }

  private static Supplies supplies(Map<String, String> environment) {
    return Supplies.none(environment, Clock.systemUTC());
  }

  private static Stream<String> claims(String preset) {
    Supplies supplies = supplies(Map.of("TCK_APIKEY", "key"));
    return TargetFile.preset(preset)
        .complete(
            new Supplies(
                Optional.of(Addresses.of("ws://h")),
                supplies.apiKey(),
                supplies.jwtSecret(),
                supplies.headers(),
                supplies.environment(),
                supplies.stageHand(),
                supplies.clock()))
        .capabilities()
        .stream();
  }

  private static JsonNode schema(String name) throws IOException {
    try (var in = SchemaCheck.class.getResourceAsStream("/tck/schema/" + name + ".schema.json")) {
      return JsonMapper.shared().readTree(in);
    }
  }
}
