package dev.assay.testing.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens on the real bearer path: the service verifies them with this run's public key. */
public final class TestTokens {

  /** The issuer that the service under test trusts. */
  public static final String ISSUER = "http://127.0.0.1/realms/test";

  // System properties outlive the two class loaders that a Quarkus test runs in.
  private static final String PRIVATE_KEY = "assay.test.private-key";
  private static final String PUBLIC_KEY = "assay.test.public-key";
  private static final Duration LIFETIME = Duration.ofMinutes(30);

  private TestTokens() {}

  /** Makes the run's key pair, once, and gives the configuration by which a service trusts it. */
  public static Map<String, String> start() {
    if (System.getProperty(PUBLIC_KEY) == null) {
      KeyPair pair = newPair();
      System.setProperty(PRIVATE_KEY, encode(pair.getPrivate().getEncoded()));
      System.setProperty(PUBLIC_KEY, encode(pair.getPublic().getEncoded()));
    }
    return Map.of(
        "quarkus.oidc.auth-server-url",
        "",
        "quarkus.oidc.public-key",
        System.getProperty(PUBLIC_KEY),
        "quarkus.oidc.token.issuer",
        ISSUER);
  }

  /** A good token of this subject, at level 1. */
  public static String of(String subject) {
    return sign(claims(subject, "assay-api", "assay-cli", "1", LIFETIME));
  }

  /** A good token after a second factor. */
  public static String withSecondFactor(String subject) {
    return sign(claims(subject, "assay-api", "assay-cli", "2", LIFETIME));
  }

  /** A token that is good for this long from now, in whole seconds. */
  public static String goodFor(String subject, Duration lifetime) {
    return sign(claims(subject, "assay-api", "assay-cli", "1", lifetime));
  }

  /** A token that was good an hour ago. */
  public static String expired(String subject) {
    return goodFor(subject, Duration.ofHours(-1));
  }

  /** A good token for another API. */
  public static String forAnotherAudience(String subject) {
    return sign(claims(subject, "another-api", "assay-cli", "1", LIFETIME));
  }

  /** A good token that an application obtained which may not call us. */
  public static String fromUnknownApplication(String subject) {
    return sign(claims(subject, "assay-api", "unknown-app", "1", LIFETIME));
  }

  /** A token of another issuer, signed with our key. */
  public static String fromAnotherIssuer(String subject) {
    return sign(
        claims(subject, "assay-api", "assay-cli", "1", LIFETIME)
            .issuer("http://127.0.0.1/realms/other"));
  }

  /** A token signed by somebody else's key. */
  public static String signedByAStranger(String subject) {
    return claims(subject, "assay-api", "assay-cli", "1", LIFETIME).sign(newPair().getPrivate());
  }

  /** A good token of a service account that may call internal endpoints of others. */
  public static String ofService(String subject, String application) {
    return sign(claims(subject, "assay-api", application, "1", LIFETIME).groups("service"));
  }

  /** A token whose signature is an HMAC keyed with our public key, the classic confusion. */
  public static String signedWithPublicKey(String subject) {
    var key =
        new SecretKeySpec(Base64.getDecoder().decode(System.getProperty(PUBLIC_KEY)), "HmacSHA256");
    return claims(subject, "assay-api", "assay-cli", "1", LIFETIME)
        .jws()
        .algorithm(SignatureAlgorithm.HS256)
        .sign(key);
  }

  /** Every kind of token that must be answered with 401, by what is wrong with it. */
  public static Map<String, String> refused(String subject) {
    return Map.of(
        "expired", expired(subject),
        "for another audience", forAnotherAudience(subject),
        "from another issuer", fromAnotherIssuer(subject),
        "from an unknown application", fromUnknownApplication(subject),
        "signed by a stranger", signedByAStranger(subject),
        "signed with our public key", signedWithPublicKey(subject),
        "unsigned", unsigned(subject),
        "no token at all", "not-a-token");
  }

  /** A token that says it needs no signature. */
  public static String unsigned(String subject) {
    String[] parts = of(subject).split("\\.", -1);
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"alg\":\"none\",\"typ\":\"JWT\"}"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return header + "." + parts[1] + ".";
  }

  private static JwtClaimsBuilder claims(
      String subject, String audience, String party, String level, Duration lifetime) {
    Instant now = Instant.now();
    return Jwt.issuer(ISSUER)
        .subject(subject)
        .upn(subject)
        .audience(audience)
        .claim("azp", party)
        .claim("acr", level)
        .issuedAt(now.minus(Duration.ofHours(2)))
        .expiresAt(now.plus(lifetime));
  }

  private static String sign(JwtClaimsBuilder claims) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(
                      Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY))));
      return claims.sign(key);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK makes RSA keys", missing);
    }
  }

  private static String encode(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }
}
