package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.ResultsFile;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.source.InvalidSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Looks a bundle over, offline: its bytes, its signature, and whether its traces show what its
 * results say.
 *
 * @param profiles those that there are
 */
public record Inspection(Corpus corpus, List<Profile> profiles) {

  /**
   * What was found to hold.
   *
   * @param key that it is signed with
   * @param tool what made it, and whether that is what looks at it now
   * @param proceedings its results
   * @param derived what was derived again
   */
  public record Findings(
      PublicKeyText key, String tool, Proceedings proceedings, Derived derived) {}

  /**
   * Looks.
   *
   * @param trusted the key that it has to be signed with, if one is known
   * @throws Refusal if it does not hold
   */
  public Findings of(byte[] zip, Optional<PublicKeyText> trusted) throws InterruptedException {
    Parcel parcel = Parcel.read(zip);
    if (!parcel.files().containsKey(Manifest.FILE)) {
      throw Refusal.noBundle("it is a zip file without a " + Manifest.FILE);
    }
    PublicKeyText key = key(parcel, trusted);
    Manifest manifest = manifest(parcel, key);
    if (!manifest.corpus().equals(Corpora.digest())) {
      throw new Refusal(
          "it was made with other rules, scenarios or profiles than are here; version %s made it"
              .formatted(manifest.version()));
    }
    Proceedings proceedings = proceedings(parcel);
    JsonNode target = json(parcel, Bundler.TARGET);
    Derived derived =
        new Derivation(corpus, asked(parcel), RememberedTarget.read(target))
            .of(parcel, proceedings, target.path(Bundler.DOUBT).asString(""));
    return new Findings(key, tool(manifest), proceedings, derived);
  }

  private static PublicKeyText key(Parcel parcel, Optional<PublicKeyText> trusted) {
    PublicKeyText key =
        PublicKeyText.read(text(parcel, Bundler.KEY))
            .orElseThrow(() -> new Refusal(Bundler.KEY + " is no Ed25519 key"));
    if (trusted.isPresent() && !trusted.get().fingerprint().equals(key.fingerprint())) {
      throw new Refusal(
          "it is signed with the key %s, not with %s"
              .formatted(key.fingerprint(), trusted.get().fingerprint()));
    }
    return key;
  }

  private static Manifest manifest(Parcel parcel, PublicKeyText key) {
    byte[] text = parcel.file(Manifest.FILE);
    if (!key.hasSigned(text, parcel.file(Manifest.SIGNATURE))) {
      throw new Refusal("the signature does not fit the manifest");
    }
    Manifest manifest = Manifest.read(text);
    manifest.check(parcel);
    return manifest;
  }

  private static Proceedings proceedings(Parcel parcel) {
    try {
      return ResultsFile.read(Path.of(Bundler.RESULTS), parcel.file(Bundler.RESULTS));
    } catch (InvalidSource invalid) {
      throw new Refusal(invalid.problems().get(0).toString());
    }
  }

  private List<Profile> asked(Parcel parcel) {
    List<Profile> asked = new ArrayList<>();
    for (JsonNode standing : json(parcel, Bundler.STANDINGS)) {
      String name = standing.path("name").asString("");
      asked.add(
          profiles.stream()
              .filter(profile -> profile.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new Refusal("there is no profile called " + name)));
    }
    return asked;
  }

  private static String tool(Manifest manifest) {
    boolean isSame = manifest.tool().equals(Digest.ofTool());
    return isSame
        ? "the same tool as here"
        : "version %s, %s, which is another than here"
            .formatted(manifest.version(), manifest.tool());
  }

  private static JsonNode json(Parcel parcel, String name) {
    return Json.parse(text(parcel, name)).orElseThrow(() -> new Refusal(name + " is no JSON"));
  }

  private static String text(Parcel parcel, String name) {
    return new String(parcel.file(name), StandardCharsets.UTF_8);
  }
}
