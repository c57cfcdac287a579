package dev.assay.local.keycloak;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A time-based one-time password (RFC 6238): SHA-1, 6 digits, 30 seconds, as the realm asks. */
public record Totp(String secret) {

  private static final long PERIOD_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  /** The six digits that are good at this instant. */
  public String at(Instant instant) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] hash =
          mac.doFinal(
              ByteBuffer.allocate(Long.BYTES)
                  .putLong(instant.getEpochSecond() / PERIOD_SECONDS)
                  .array());
      int offset = hash[hash.length - 1] & 0xf;
      int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA1", missing);
    }
  }
}
