package dev.assay.readiness.world;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as Keycloak would issue them, signed by a key of this test run. */
public final class Tokens {

  static final String ISSUER = "http://127.0.0.1/realms/test";

  // System properties outlive the two class loaders that a Quarkus test runs in.
  private static final String PRIVATE_KEY = "assay.test.private-key";
  private static final Map<String, String> ISSUED = new ConcurrentHashMap<>();

  private Tokens() {}

  /** This person's token: the same one each time. */
  public static String of(String subject) {
    return ISSUED.computeIfAbsent(subject, who -> sign(who, "assay-api", "assay-cli", 300));
  }

  public static String expired(String subject) {
    return sign(subject, "assay-api", "assay-cli", -3600);
  }

  public static String forAnotherAudience(String subject) {
    return sign(subject, "somebody-else", "assay-cli", 300);
  }

  public static String fromUnknownApplication(String subject) {
    return sign(subject, "assay-api", "unknown", 300);
  }

  /** Makes the key pair and returns the public half. */
  static String newPublicKey() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    System.setProperty(PRIVATE_KEY, encode(pair.getPrivate().getEncoded()));
    return encode(pair.getPublic().getEncoded());
  }

  private static String sign(String subject, String audience, String party, long seconds) {
    long now = System.currentTimeMillis() / 1000;
    return Jwt.issuer(ISSUER)
        .subject(subject)
        .upn(subject)
        .audience(audience)
        .claim("azp", party)
        .claim("acr", "1")
        .issuedAt(now - 7200)
        .expiresAt(now + seconds)
        .sign(privateKey());
  }

  private static PrivateKey privateKey() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY))));
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String encode(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }
}
