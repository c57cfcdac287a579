package dev.assay.evidence.drill;

import dev.assay.evidence.file.Sha256;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The Ed25519 key that signs results of drills. Its setting ends in {@code secret-key}, so that a
 * production start is refused with the local default, which anybody can compute.
 */
@Startup
@ApplicationScoped
class DrillKey {

  private static final String LOCAL_ONLY = "local-only";
  private static final String ED25519 = "Ed25519";

  private final KeyPair pair;
  private final String keyId;

  DrillKey(DrillSettings settings) {
    String setting = settings.secretKey();
    try {
      pair = pairOf(setting.equals(LOCAL_ONLY) ? localSecret() : secretIn(setting));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      // Without the cause: it may repeat some of the key.
      throw new IllegalStateException(
          "assay.evidence.drill.secret-key must be an Ed25519 private key, PKCS #8 in PEM, but is"
              + " none: "
              + unreadable.getClass().getSimpleName());
    }
    keyId = sha256(pair.getPublic().getEncoded());
  }

  /** Signs these bytes. */
  Signed sign(byte[] bytes) {
    try {
      var signer = Signature.getInstance(ED25519);
      signer.initSign(pair.getPrivate());
      signer.update(bytes);
      return new Signed(
          sha256(bytes), Base64.getEncoder().encodeToString(signer.sign()), keyId, publicKey());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the key has signed before", impossible);
    }
  }

  /** SHA-256 of the public key's SubjectPublicKeyInfo in DER. */
  String keyId() {
    return keyId;
  }

  /** SubjectPublicKeyInfo in PEM, as {@code openssl pkeyutl -pubin} reads it. */
  String publicKey() {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  private static byte[] localSecret() throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256")
        .digest("assay drill key, good for nothing but tests".getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] secretIn(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    PrivateKey key =
        KeyFactory.getInstance(ED25519)
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    return ((EdECPrivateKey) key)
        .getBytes()
        .orElseThrow(() -> new IllegalArgumentException("the key does not show its bytes"));
  }

  /** The JDK derives a public key only where it generates the pair, from 32 random bytes. */
  private static KeyPair pairOf(byte[] secret) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(ED25519);
    generator.initialize(NamedParameterSpec.ED25519, new Given(secret));
    return generator.generateKeyPair();
  }

  private static String sha256(byte[] bytes) {
    var sha256 = new Sha256();
    sha256.update(bytes, 0, bytes.length);
    return sha256.hex();
  }

  /** "Random" bytes that are given. */
  private static final class Given extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] secret;

    Given(byte[] secret) {
      this.secret = secret.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != secret.length) {
        throw new IllegalStateException("an Ed25519 key is made of 32 random bytes");
      }
      System.arraycopy(secret, 0, bytes, 0, bytes.length);
    }
  }
}
