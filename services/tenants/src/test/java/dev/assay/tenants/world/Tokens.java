package dev.assay.tenants.world;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Access tokens as Keycloak would issue them, signed by a key of this test run. */
public final class Tokens {

  public static final String OPERATOR = "00000000-0000-4000-8000-000000000001";

  static final String ISSUER = "http://127.0.0.1/realms/test";

  private static final String PRIVATE_KEY = "assay.test.private-key";

  private Tokens() {}

  public static String of(String subject) {
    return sign(subject, "assay-api", "assay-cli", 300);
  }

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
