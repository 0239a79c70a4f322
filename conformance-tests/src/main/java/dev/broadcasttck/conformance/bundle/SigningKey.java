package dev.broadcasttck.conformance.bundle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/** What bundles are signed with: an Ed25519 key and its public half, which always go together. */
public final class SigningKey {
  static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKeyText open;

  private SigningKey(PrivateKey secret, PublicKeyText open) {
    this.secret = secret;
    this.open = open;
  }

  /** A key that nobody has. */
  public static SigningKey fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), new PublicKeyText(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /** The key in a text, as {@link #text} writes it; empty if there is none that fits together. */
  public static Optional<SigningKey> read(String text) {
    Optional<PublicKeyText> open = PublicKeyText.read(text);
    return Pem.read(Pem.PRIVATE, text)
        .flatMap(SigningKey::secret)
        .filter(it -> open.isPresent())
        .map(it -> new SigningKey(it, open.orElseThrow()))
        .filter(SigningKey::fitsTogether);
  }

  /** Both halves; only its owner may read this. */
  public String text() {
    return Pem.write(Pem.PRIVATE, secret.getEncoded()) + open.text();
  }

  public PublicKeyText open() {
    return open;
  }

  byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read must be able to sign", e);
    }
  }

  private boolean fitsTogether() {
    byte[] anything = ALGORITHM.getBytes(StandardCharsets.US_ASCII);
    return open.hasSigned(anything, sign(anything));
  }

  private static Optional<PrivateKey> secret(byte[] der) {
    try {
      return Optional.of(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException noKey) {
      return Optional.empty();
    }
  }
}
