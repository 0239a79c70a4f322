package dev.broadcasttck.conformance.bundle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** What a signature is checked with. */
public record PublicKeyText(PublicKey key) {

  /** The key in a text; empty if there is no Ed25519 key in it. */
  public static Optional<PublicKeyText> read(String text) {
    return Pem.read(Pem.PUBLIC, text).flatMap(PublicKeyText::of);
  }

  private static Optional<PublicKeyText> of(byte[] der) {
    try {
      return Optional.of(
          new PublicKeyText(
              KeyFactory.getInstance(SigningKey.ALGORITHM)
                  .generatePublic(new X509EncodedKeySpec(der))));
    } catch (GeneralSecurityException noKey) {
      return Optional.empty();
    }
  }

  public String text() {
    return Pem.write(Pem.PUBLIC, key.getEncoded());
  }

  /** By which people compare keys. */
  public String fingerprint() {
    return "SHA256:" + Digest.of(key.getEncoded());
  }

  boolean hasSigned(byte[] content, byte[] signature) {
    try {
      Signature check = Signature.getInstance(SigningKey.ALGORITHM);
      check.initVerify(key);
      check.update(content);
      return check.verify(signature);
    } catch (GeneralSecurityException broken) {
      return false;
    }
  }
}
