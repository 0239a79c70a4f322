package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is signed: by what the bundle was made, of which corpus, and what each of its files is.
 *
 * @param version of the tool
 * @param tool the digest of the tool
 * @param corpus the digest of the rules, scenarios and profiles
 * @param files the digest of each
 */
record Manifest(String version, String tool, String corpus, SortedMap<String, String> files) {
  static final String FILE = "manifest.json";
  static final String SIGNATURE = "manifest.sig";

  private static final int FORMAT = 1;

  /** Of all files but itself and its signature. */
  static Manifest of(String version, String corpus, Map<String, byte[]> files) {
    return new Manifest(version, Digest.ofTool(), corpus, digests(files));
  }

  byte[] text() {
    ObjectNode node = Json.object().put("bundle", FORMAT);
    node.putObject("tool").put("version", version).put("sha256", tool);
    node.putObject("corpus").put("sha256", corpus);
    files.forEach(node.putObject("files")::put);
    return (Json.write(node) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it.
   *
   * @throws Refusal if it is none of ours
   */
  static Manifest read(byte[] text) {
    JsonNode node = Json.parse(new String(text, StandardCharsets.UTF_8)).orElseGet(Json::none);
    if (node.path("bundle").asInt(0) != FORMAT) {
      throw new Refusal("its manifest is not of format " + FORMAT + ", which this version reads");
    }
    SortedMap<String, String> files = new TreeMap<>();
    node.path("files").properties().forEach(it -> files.put(it.getKey(), it.getValue().asString()));
    return new Manifest(
        node.path("tool").path("version").asString(""),
        node.path("tool").path("sha256").asString(""),
        node.path("corpus").path("sha256").asString(""),
        files);
  }

  /**
   * Holds the files against it.
   *
   * @throws Refusal if one is another, or is missing, or too many
   */
  void check(Parcel parcel) {
    SortedMap<String, String> there = digests(parcel.files());
    there.remove(FILE);
    there.remove(SIGNATURE);
    TreeSet<String> names = new TreeSet<>(files.keySet());
    names.addAll(there.keySet());
    for (String name : names) {
      if (!there.containsKey(name)) {
        throw new Refusal(name + " is in the manifest, and not in the bundle");
      }
      if (!files.containsKey(name)) {
        throw new Refusal(name + " is in the bundle, and not in the manifest");
      }
      if (!there.get(name).equals(files.get(name))) {
        throw new Refusal(name + " is not what the manifest says it is");
      }
    }
  }

  private static SortedMap<String, String> digests(Map<String, byte[]> files) {
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach((name, content) -> digests.put(name, Digest.of(content)));
    return digests;
  }
}
