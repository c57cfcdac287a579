package dev.assay.tenants.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What stays of a mail address: HMAC-SHA-256 under the installation's secret, with the place as
 * salt, so that nobody can guess addresses from it or follow somebody from place to place.
 */
@ApplicationScoped
class MailHashes {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  MailHashes(@ConfigProperty(name = "assay.invitations.mail-hash.secret") String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** 64 hexadecimal digits, the same for the same address in the same place. */
  String of(UUID scopeId, MailAddress mail) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(scopeId.toString().getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of()
          .formatHex(mac.doFinal(mail.value().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
    }
  }
}
